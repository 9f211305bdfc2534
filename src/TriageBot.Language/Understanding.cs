using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Routes;

namespace TriageBot.Language;

/// <summary>
/// One text as <c>triagebot understand</c> shows it.
/// </summary>
/// <param name="Lang">The language that it was read in.</param>
/// <param name="YesNo">"yes", "no", "unsure" or null.</param>
/// <param name="Number">The first number, or null.</param>
/// <param name="TemperatureC">The highest reading in degrees Celsius, or null.</param>
/// <param name="Findings">Ids of findings that are there, sorted.</param>
/// <param name="Absent">Ids of findings that are denied or over, sorted; none of them stands in <paramref name="Findings"/>.</param>
/// <param name="Floor">The least urgent route that the text alone allows: "emergency", "callback", "selfcare" or "none".</param>
/// <param name="Mentions">What was read where, and why, for <c>--explain</c>.</param>
public sealed record Understanding(
    string Lang,
    string? YesNo,
    decimal? Number,
    decimal? TemperatureC,
    ImmutableArray<string> Findings,
    ImmutableArray<string> Absent,
    string Floor,
    ImmutableArray<Mention> Mentions
)
{
    /// <param name="reader">The reader.</param>
    /// <param name="text">Any text.</param>
    /// <param name="language">The language to start from; null or "auto" where the text alone decides.</param>
    public static Understanding Describe(PatientReader reader, string text, string? language)
    {
        var start = language is null or "auto" ? reader.Lexicons.Lexicons[0].Language : language;
        var reading = reader.Read(text, start);
        var routing = reader.Lexicons.Routing;
        var present = Ids(reading.Mentions.Where(m => IsPresent(m) || IsOthersEmergency(m)));
        var absent = Ids(reading.Mentions.Where(m => m.Observation.Polarity == Polarity.Absent || IsOver(m)));
        return new Understanding(
            reading.Language,
            reading.YesNo?.ToString().ToLowerInvariant(),
            reading.Numbers.IsEmpty ? null : reading.Numbers[0],
            reading.Temperatures.Max(t => t.Celsius),
            present,
            [.. absent.Except(present)],
            FloorOf(reading),
            reading.Mentions
        );

        bool IsEmergency(Mention m) => routing.IsEmergency(m.Observation);

        // Over since the procedure: an emergency of the last days still counts as there.
        bool IsOver(Mention m) =>
            m.Observation is { Polarity: Polarity.Present, When: When.SinceProcedure, Trend: Trend.Better }
            && !IsEmergency(m);

        // There before and just the same: an emergency still needs a nurse, anything else is nothing new.
        bool IsPresent(Mention m) =>
            m.Observation.Polarity == Polarity.Present
            && m.IsCurrent()
            && !IsOver(m)
            && (!IsUnchanged(m) || IsEmergency(m));

        bool IsUnchanged(Mention m) => m.Observation is { When: When.BeforeProcedure, Trend: Trend.Same };

        bool IsOthersEmergency(Mention m) =>
            m.Observation
                is { Who: Who.Other, Polarity: Polarity.Present, When: not (When.Hypothetical or When.BeforeProcedure) }
            && IsEmergency(m);

        string FloorOf(Reading read)
        {
            // A reading that could not be made out is asked again, and goes to a nurse if it stays so.
            Route? highest = read.Temperatures.Any(t => t.Celsius is null) ? Route.Callback : null;
            foreach (var mention in read.Mentions)
            {
                if (RouteOf(mention) is { } route && (highest is null || route > highest))
                {
                    highest = route;
                }
            }

            return highest?.ToString().ToLowerInvariant() ?? "none";
        }

        Route? RouteOf(Mention m)
        {
            if (m.Observation.Polarity == Polarity.Absent)
            {
                return Route.SelfCare;
            }

            if (!m.IsCurrent() && !IsOthersEmergency(m))
            {
                return null;
            }

            var route = routing.Of(m.Observation);
            var lowered = m.Observation.Polarity == Polarity.Unsure || IsUnchanged(m);
            return route switch
            {
                Route.Emergency when lowered => Route.Callback,
                Route.Callback when IsUnchanged(m) => Route.SelfCare,
                _ => route,
            };
        }
    }

    private static ImmutableArray<string> Ids(IEnumerable<Mention> mentions) =>
        [
            .. mentions
                .Select(m => m.Observation.Finding)
                .Where(id => Vocabulary.Findings.Contains(id) && id != "temperature")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
