using TriageBot.Language.Lexicons;
using TriageBot.Language.Matching;
using TriageBot.Language.Numbers;
using TriageBot.Language.Words;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Context;

/// <summary>Whether a text, or its first clause, is a yes, a no or a "not sure".</summary>
internal static class Answers
{
    public static YesNo? Read(Passage passage)
    {
        foreach (var (hit, answer) in passage.Answers)
        {
            if (!Opens(passage, hit.Start) || (answer.Alone && !EndsClause(passage, hit.End)))
            {
                continue;
            }

            return IsPartOfAFinding(passage, hit) || DeniesWhatFollows(passage, hit.Start, hit.End, answer)
                ? null
                : answer.Value;
        }

        foreach (var (hit, answer) in passage.Answers)
        {
            if (!answer.Alone && BeginsClause(passage, hit.Start) && EndsClause(passage, hit.End))
            {
                return answer.Value;
            }
        }

        return null;
    }

    /// <summary>True where nothing but answers, numbers, courtesies and words without weight was written.</summary>
    public static bool IsBare(Passage passage, IReadOnlyList<NumberAt> numbers)
    {
        if (passage.Findings.Count > 0 || passage.Requests.Count > 0)
        {
            return false;
        }

        var covered = new bool[passage.Tokens.Count];
        foreach (
            var (start, end) in passage
                .Answers.Select(a => (a.Hit.Start, a.Hit.End))
                .Concat(numbers.Select(n => (n.Start, n.End)))
        )
        {
            covered.AsSpan(start, end - start).Fill(true);
        }

        for (var i = 0; i < covered.Length; i++)
        {
            var word = passage.Tokens[i].Text;
            var light =
                covered[i]
                || passage.Grammar.Courtesies.Contains(word)
                || passage.Grammar.PassedOver.Contains(word)
                || passage.Lexicon.Numbers.Among.Contains(word)
                || passage.Tokens[i].Kind == TokenKind.Sign;
            if (!light)
            {
                return false;
            }
        }

        return covered.Contains(true);
    }

    private static bool Opens(Passage passage, int start)
    {
        for (var i = 0; i < start; i++)
        {
            var word = passage.Tokens[i].Text;
            if (!passage.Grammar.Courtesies.Contains(word))
            {
                return false;
            }
        }

        return true;
    }

    private static bool BeginsClause(Passage passage, int start) =>
        start == 0 || passage.Tokens[start].Before >= Break.Comma;

    private static bool EndsClause(Passage passage, int end) =>
        end >= passage.Tokens.Count
        || passage.Tokens[end].Before >= Break.Comma
        || !passage.Clauses.SameClause(end - 1, end);

    /// <summary>The "no" of "no puedo respirar" and of "no feeling in my foot" answers nothing.</summary>
    private static bool IsPartOfAFinding(Passage passage, Hit answer) =>
        passage.Findings.Exists(f =>
            f.Hit.Start <= answer.Start
            && f.Hit.End > answer.End
            && f.Observation.Polarity != Polarity.Absent
            && passage.Tokens[answer.End].Before == Break.None
        );

    /// <summary>The "no" of "no fever" belongs to the fever.</summary>
    private static bool DeniesWhatFollows(Passage passage, int start, int end, Entry.YesOrNo answer) =>
        answer.Value == YesNo.No
        && end - start == 1
        && end < passage.Tokens.Count
        && passage.Tokens[end].Before == Break.None
        && passage.Findings.Exists(f =>
            f.IsDenied
            && f.Cue is not null
            && f.Hit.Start >= end
            && f.Hit.Start - end <= 3
            && passage.Clauses.SameClause(f.Hit.Start, start)
        );
}
