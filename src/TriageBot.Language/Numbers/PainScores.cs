using TriageBot.Language.Context;
using TriageBot.Language.Words;

namespace TriageBot.Language.Numbers;

/// <summary>
/// Numbers that say how bad a pain is: "7/10", one from 0 to 10 right behind a form of "to be", or one right behind a pain
/// ("back pain 7").
/// </summary>
internal static class PainScores
{
    /// <summary>The highest score of each clause that has one.</summary>
    public static Dictionary<int, decimal> ByClause(Passage passage, IReadOnlyList<NumberAt> numbers)
    {
        var scores = new Dictionary<int, decimal>();
        foreach (var number in numbers.Where(n => n.Value is >= 0 and <= 10 && !CountsSomethingElse(passage, n)))
        {
            var isSaid = IsSaid(passage, number) || BelongsToPain(passage, number);
            if (number.IsScore || (isSaid && Stands(passage, number)))
            {
                var clause = passage.Clauses.ClauseOf(number.Start);
                scores[clause] = Math.Max(number.Value, scores.GetValueOrDefault(clause));
            }
        }

        return scores;
    }

    /// <summary>"for 8 days", "since 8 am", "2 pills".</summary>
    private static bool CountsSomethingElse(Passage passage, NumberAt number) =>
        !number.IsScore
        && number.End < passage.Tokens.Count
        && passage.Tokens[number.End].Before == Break.None
        && passage.Lexicon.Numbers.Counts(passage.Tokens[number.End].Text);

    private static bool IsSaid(Passage passage, NumberAt number) =>
        number.Start > 0 && passage.Grammar.Being.Contains(passage.Tokens[number.Start - 1].Text);

    private static bool Stands(Passage passage, NumberAt number) =>
        number.End >= passage.Tokens.Count
        || passage.Tokens[number.End].Before != Break.None
        || passage.Grammar.And.Contains(passage.Tokens[number.End].Text);

    /// <summary>Right behind the words of a pain, with words without weight between them at most, or one of those words.</summary>
    private static bool BelongsToPain(Passage passage, NumberAt number) =>
        passage.Findings.Exists(finding =>
            finding.Observation.Finding is "back_pain_mild" or "back_pain_severe" or "rib_pain_severe"
            && finding.Hit.Start < number.Start
            && (
                finding.Hit.End > number.Start
                || passage
                    .Tokens.Skip(finding.Hit.End)
                    .Take(number.Start - finding.Hit.End)
                    .All(token => token.Kind == TokenKind.Sign || passage.Grammar.PassedOver.Contains(token.Text))
            )
        );
}
