using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Answers;

/// <summary>
/// What the answers to one question report and deny, by the question's data. It is the same for all check-ins, so it is made
/// once.
/// </summary>
internal sealed class Reported(Question question)
{
    private readonly ImmutableArray<Observation> yes = AnswerTo(question, question.Yes);
    private readonly ImmutableArray<Observation> no = DenialOf(question, question.Claims);
    private readonly ImmutableArray<Choice> choices =
    [
        .. question.Options.Select(option => new Choice(
            option.Id,
            AnswerTo(question, option.Finds),
            DenialOf(question, option.Claims)
        )),
    ];

    public Question Question { get; } = question;

    /// <summary>Turns a typed answer into observations.</summary>
    public void Add(List<Observation> observations, Answer answer)
    {
        switch (answer)
        {
            case Answer.Yes:
                observations.AddRange(yes.AsSpan());
                break;
            case Answer.No:
            case Answer.Selected { Options.IsEmpty: true }:
                observations.AddRange(no.AsSpan());
                break;
            case Answer.Selected selected:
                AddSelected(observations, selected.Options);
                break;
            case Answer.Chosen chosen when Question.Details.IsEmpty:
                foreach (var choice in choices)
                {
                    if (choice.Id == chosen.Option)
                    {
                        observations.AddRange(choice.Reports.AsSpan());
                    }
                }

                break;
        }
    }

    private void AddSelected(List<Observation> observations, ImmutableArray<string> ids)
    {
        var first = observations.Count;
        foreach (var choice in choices.Where(choice => ids.Contains(choice.Id)))
        {
            observations.AddRange(choice.Reports.AsSpan());
        }

        var reported = observations.Skip(first).Select(o => o.Finding).ToHashSet(StringComparer.Ordinal);
        foreach (var choice in choices.Where(choice => !ids.Contains(choice.Id)))
        {
            observations.AddRange(choice.Denials.Where(denial => !reported.Contains(denial.Finding)));
        }
    }

    private static ImmutableArray<Observation> AnswerTo(Question question, ImmutableArray<Observation> finds) =>
        [.. finds.Select(find => find with { Question = question.Id })];

    private static ImmutableArray<Observation> DenialOf(Question question, ImmutableArray<Observation> claims) =>
        [.. claims.Select(claim => claim with { Polarity = Polarity.Absent, Question = question.Id })];

    private sealed record Choice(string Id, ImmutableArray<Observation> Reports, ImmutableArray<Observation> Denials);
}
