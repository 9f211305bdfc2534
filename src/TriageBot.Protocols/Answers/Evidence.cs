using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Answers;

/// <summary>
/// What a check-in's answers and words say about findings, derived afresh from the sheet: answers become observations by
/// the protocol's data, follow-ups ("where?", "are you sure?") are joined to the observations that they are about, and
/// what is not the patient's, not real or not new is weighed by <see cref="CurrencyOf"/>.
/// </summary>
public sealed class Evidence
{
    private readonly int recentHours;
    private readonly ImmutableArray<string> baseline;
    private readonly ulong[] bits = new ulong[(int)Polarity.Unsure + 1];

    private Evidence(Protocol protocol, ImmutableArray<Observation> observations, ImmutableArray<decimal> temperatures)
    {
        Observations = observations;
        Temperatures = temperatures;
        recentHours = protocol.Thresholds.RecentHours;
        baseline = protocol.Baseline;
        foreach (var o in observations)
        {
            bits[(int)o.Polarity] |= Vocabulary.BitOf(o.Finding);
        }
    }

    /// <summary>Everything reported, denials included, answers first in the script's order, then what was heard.</summary>
    public ImmutableArray<Observation> Observations { get; }

    /// <summary>All readings in degrees Celsius.</summary>
    public ImmutableArray<decimal> Temperatures { get; }

    public static Evidence Of(Protocol protocol, AnswerSheet sheet)
    {
        var observations = new List<Observation>(sheet.Heard.Length + 32);
        var readings = ImmutableArray.CreateBuilder<decimal>();
        foreach (var reported in protocol.Reported)
        {
            var answer = sheet[reported.Question.Id];
            reported.Add(observations, answer);
            if (answer is Answer.Temperature reading)
            {
                readings.Add(reading.Celsius);
            }
        }

        observations.AddRange(sheet.Heard);
        foreach (var question in protocol.FollowUps)
        {
            var answer = sheet[question.Id];
            for (var i = 0; answer is not Answer.NotAsked && i < observations.Count; i++)
            {
                observations[i] = Settled.By(question, answer, observations[i]);
            }
        }

        foreach (var heard in sheet.Heard)
        {
            if (IsOwnReading(heard))
            {
                readings.Add(heard.Celsius!.Value);
            }
        }

        return new Evidence(protocol, [.. observations], readings.ToImmutable());
    }

    /// <summary>The findings that were reported so, as bits of <see cref="Vocabulary"/>.</summary>
    internal ulong BitsOf(Polarity polarity) => bits[(int)polarity];

    /// <summary>
    /// How current an observation is; null where it does not count at all (a "what if", over before the procedure).
    /// </summary>
    public Currency? CurrencyOf(Observation observation) =>
        observation switch
        {
            { When: When.Hypothetical } => null,
            { When: When.BeforeProcedure, Trend: Trend.Same } => Currency.Unchanged,
            { When: When.BeforeProcedure, Trend: Trend.Worse or Trend.New } => Currency.Current,
            { When: When.BeforeProcedure } => null,
            { When: When.SinceProcedure, HoursAgo: { } hours } when hours > recentHours => Currency.Past,
            _ when Settled.IsUnclear(observation) && baseline.Contains(observation.Finding) => Currency.Unclear,
            _ => Currency.Current,
        };

    private static bool IsOwnReading(Observation o) =>
        o is { Celsius: not null, Who: Who.Patient, Polarity: not Polarity.Absent }
        && o.When is not (When.Hypothetical or When.BeforeProcedure);
}
