using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Reading;
using TriageBot.Protocols.Routes;

namespace TriageBot.Language.Lexicons;

/// <summary>
/// The least urgent route that a finding allows when nothing but one text is known, from <c>red-flags.yaml</c>. The
/// protocol decides about a check-in; this serves texts that stand alone.
/// </summary>
internal sealed class Routing
{
    private readonly ImmutableArray<Line> lines;

    private Routing(ImmutableArray<Line> lines) => this.lines = lines;

    public static Routing Read(Node routes)
    {
        var lines = ImmutableArray.CreateBuilder<Line>();
        ReadRoute("emergency", Route.Emergency);
        ReadRoute("callback", Route.Callback);
        ReadRoute("selfcare", Route.SelfCare);
        routes.RejectOtherKeys(LexiconCodes.UnknownKey);
        return new Routing(lines.ToImmutable());

        void ReadRoute(string key, Route route)
        {
            foreach (var item in routes[key].Items)
            {
                var finding = item.IsMap ? item.Text("finding", LexiconCodes.Missing) : item.Scalar ?? "";
                if (!Vocabulary.IsObservable(finding))
                {
                    item.Report(LexiconCodes.UnknownFinding, $"'{finding}' is no finding or intent of the vocabulary");
                }

                lines.Add(
                    new Line(
                        finding,
                        route,
                        Values<Where>(item, "where"),
                        Values<Trend>(item, "trend"),
                        Values<Severity>(item, "severity")
                    )
                );
            }
        }
    }

    /// <summary>The route of one observation that counts; null where none is listed.</summary>
    public Route? Of(Observation observation)
    {
        foreach (var line in lines)
        {
            if (
                line.Finding == observation.Finding
                && (line.Where.IsEmpty || line.Where.Contains(observation.Where))
                && (line.Trend.IsEmpty || line.Trend.Contains(observation.Trend))
                && (line.Severity.IsEmpty || line.Severity.Contains(observation.Severity))
            )
            {
                return line.Route;
            }
        }

        return null;
    }

    public bool IsEmergency(Observation observation) => Of(observation) == Route.Emergency;

    private static ImmutableArray<T> Values<T>(Node item, string key)
        where T : struct, Enum
    {
        var values = ImmutableArray.CreateBuilder<T>();
        foreach (var node in item.IsMap ? item[key].Items : [])
        {
            if (Enum.TryParse<T>((node.Scalar ?? "").Replace("_", "", StringComparison.Ordinal), true, out var value))
            {
                values.Add(value);
            }
            else
            {
                node.Report(LexiconCodes.UnknownAttribute, $"'{node.Scalar}' is no '{key}'");
            }
        }

        return values.ToImmutable();
    }

    private sealed record Line(
        string Finding,
        Route Route,
        ImmutableArray<Where> Where,
        ImmutableArray<Trend> Trend,
        ImmutableArray<Severity> Severity
    );
}
