using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Answers;

/// <summary>
/// What a check-in's answers and words say about findings, derived afresh from the sheet: answers become observations by
/// the protocol's data, details ("where?") are joined to the observations that lack them, and what is not the patient's,
/// not real or not new is weighed by <see cref="CurrencyOf"/>.
/// </summary>
public sealed class Evidence
{
    private readonly int recentHours;

    private Evidence(ImmutableArray<Observation> observations, ImmutableArray<decimal> temperatures, int recentHours)
    {
        Observations = observations;
        Temperatures = temperatures;
        this.recentHours = recentHours;
    }

    /// <summary>Everything reported, denials included, answers first in the script's order, then what was heard.</summary>
    public ImmutableArray<Observation> Observations { get; }

    /// <summary>All readings in degrees Celsius.</summary>
    public ImmutableArray<decimal> Temperatures { get; }

    public static Evidence Of(Protocol protocol, AnswerSheet sheet)
    {
        var observations = new List<Observation>(sheet.Heard);
        foreach (var question in protocol.Questions)
        {
            observations.AddRange(Said(question, sheet[question.Id]));
        }

        foreach (var question in protocol.Questions.Where(q => q.Details is not null))
        {
            Detail(observations, question, sheet[question.Id]);
        }

        var readings = protocol
            .Questions.Select(q => sheet[q.Id])
            .OfType<Answer.Temperature>()
            .Select(answer => answer.Celsius)
            .Concat(sheet.Heard.Where(IsOwnReading).Select(o => o.Celsius!.Value));
        return new Evidence([.. observations], [.. readings], protocol.Thresholds.RecentHours);
    }

    /// <summary>True where the finding was reported, present or denied.</summary>
    public bool Knows(string finding) => Observations.Any(o => o.Finding == finding && o.Polarity != Polarity.Unsure);

    /// <summary>How current an observation is; null where it does not count at all (a "what if", over before the procedure).</summary>
    public Rules.Currency? CurrencyOf(Observation observation) =>
        observation switch
        {
            { When: When.Hypothetical } => null,
            { When: When.BeforeProcedure, Trend: Trend.Same } => Rules.Currency.Unchanged,
            { When: When.BeforeProcedure, Trend: Trend.Worse or Trend.New } => Rules.Currency.Current,
            { When: When.BeforeProcedure } => null,
            { When: When.SinceProcedure, HoursAgo: { } hours } when hours > recentHours => Rules.Currency.Past,
            _ => Rules.Currency.Current,
        };

    private static bool IsOwnReading(Observation o) =>
        o is { Celsius: not null, Who: Who.Patient, Polarity: not Polarity.Absent }
        && o.When is not (When.Hypothetical or When.BeforeProcedure);

    private static IEnumerable<Observation> Said(Question question, Answer answer)
    {
        var said = answer switch
        {
            Answer.Yes => question.Yes,
            Answer.No => Denied(question.Asks),
            Answer.Selected selected when question.Details is null => Chosen(question, selected.Options),
            Answer.Chosen chosen when question.Details is null => Chosen(question, [chosen.Option]),
            _ => [],
        };
        return said.Select(o => o with { Question = question.Id });
    }

    private static IEnumerable<Observation> Chosen(Question question, ImmutableArray<string> options)
    {
        var chosen = question.Options.Where(o => options.Contains(o.Id)).SelectMany(o => o.Finds).ToList();
        if (question.Kind != QuestionKind.AnyOf)
        {
            return chosen;
        }

        var left = question
            .Options.SelectMany(o => o.Finds)
            .Select(o => o.Finding)
            .Except(chosen.Select(o => o.Finding));
        return chosen.Concat(Denied(left));
    }

    private static IEnumerable<Observation> Denied(IEnumerable<string> asked) =>
        asked.Where(Vocabulary.Findings.Contains).Distinct().Select(id => new Observation(id, Polarity.Absent));

    private static void Detail(List<Observation> observations, Question question, Answer answer)
    {
        var finds = answer switch
        {
            Answer.Chosen chosen => question.Options.Where(o => o.Id == chosen.Option).SelectMany(o => o.Finds),
            Answer.Yes => question.Yes,
            _ => [],
        };
        foreach (var detail in finds)
        {
            for (var i = 0; i < observations.Count; i++)
            {
                var o = observations[i];
                if (o.Finding == detail.Finding && o.Polarity == Polarity.Present)
                {
                    observations[i] = o with
                    {
                        Where = o.Where == Where.Unknown ? detail.Where : o.Where,
                        Trend = o.Trend == Trend.Unknown ? detail.Trend : o.Trend,
                        When = o.When == When.Unknown ? detail.When : o.When,
                        Severity = o.Severity == Severity.Unknown ? detail.Severity : o.Severity,
                    };
                }
            }
        }
    }
}
