using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>How findings and cues stand beside each other: as items of a list, as question and answer, as two statements.</summary>
internal sealed class Beside(Passage passage, IReadOnlyDictionary<int, FindingAt> findingAt, ILookup<int, CueAt> cuesAt)
{
    /// <summary>True where the words from <paramref name="i"/> on are the next name of a list and not a statement of their own.</summary>
    public bool GoesOn(int i)
    {
        var tokens = passage.Tokens;
        for (var skipped = 0; i < tokens.Count && skipped < 4; i++, skipped++)
        {
            if (findingAt.TryGetValue(i, out var finding))
            {
                var next = finding.Hit.End;
                return finding.Entry.IsName
                    && !(next < tokens.Count && passage.Grammar.Being.Contains(tokens[next].Text));
            }

            var word = tokens[i].Text;
            // "…, chills, or a cough" is a list; "…, a cough" is a new statement.
            var afterOr = i > 0 && passage.Grammar.Or.Contains(tokens[i - 1].Text);
            if (passage.Grammar.Asserts.Contains(word) && !afterOr)
            {
                return false;
            }

            var passes =
                passage.Grammar.PassedOver.Contains(word)
                || passage.Grammar.Or.Contains(word)
                || passage.Grammar.And.Contains(word);
            if (
                !passes
                && (passage.Grammar.Subjects.Contains(word) || passage.Grammar.Owners.Contains(word) || skipped > 1)
            )
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>True behind a comma or an "and" where no "or" makes a list of what follows: "no appetite, my chest hurts".</summary>
    public bool BeginsAnother(int i)
    {
        var token = passage.Tokens[i];
        if (token.Before != Break.Comma && !passage.Grammar.And.Contains(token.Text))
        {
            return false;
        }

        for (var end = passage.Clauses.EndOfSentence(i); i < end; i++)
        {
            if (passage.Grammar.Or.Contains(passage.Tokens[i].Text))
            {
                return false;
            }
        }

        return true;
    }

    public bool Joined(int from, int to)
    {
        for (var i = from; i <= to && i < passage.Tokens.Count; i++)
        {
            var token = passage.Tokens[i];
            if (
                token.Before == Break.Comma
                || passage.Grammar.Or.Contains(token.Text)
                || passage.Grammar.And.Contains(token.Text)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Cough? No. Fever? No."</summary>
    public bool IsAnsweredQuestion(FindingAt before, CueAt met) =>
        before.Hit.End == met.Hit.Start && passage.Tokens[before.Hit.End - 1].EndsQuestion;

    /// <summary>
    /// "I checked for a fever, and there isn't one", "I feared a cough, but I don't": a denial that is a statement of its own and
    /// says "it" or "one" of what was named last, in this sentence or the one before.
    /// </summary>
    public bool SpeaksBackOf(FindingAt before, CueAt met)
    {
        var start = met.Hit.Start;
        // "He says he's fine but he isn't" takes back what its own sentence says, and nothing before.
        var turns = cuesAt[start].Any(cue => cue.Kind == CueKind.Ends);
        var opens =
            passage.Tokens[start].Before >= Break.Comma
            || passage.Grammar.Subjects.Contains(passage.Tokens[start].Text)
            || turns
            || (start > 0 && passage.Grammar.And.Contains(passage.Tokens[start - 1].Text));
        return opens
            && met.Hit.Length > 1
            && before.Hit.End <= start
            && !findingAt.ContainsKey(met.Hit.End)
            && passage.Clauses.SentenceOf(start) - passage.Clauses.SentenceOf(before.Hit.Start) <= (turns ? 0 : 1)
            && Enumerable
                .Range(start, met.Hit.Length)
                .Any(i =>
                    ((met.Hit.Words >> (i - start)) & 1) != 0
                    && (
                        passage.Grammar.Resumes.Contains(passage.Tokens[i].Text)
                        || passage.Grammar.Subjects.Contains(passage.Tokens[i].Text)
                    )
                );
    }

    public bool Touches(FindingAt before, CueAt met)
    {
        if (IsAnsweredQuestion(before, met))
        {
            return true;
        }

        if (met.Hit.Start - before.Hit.End > 3 || met.Hit.Start < before.Hit.End)
        {
            return false;
        }

        for (var i = before.Hit.End; i <= met.Hit.Start; i++)
        {
            var token = passage.Tokens[i];
            var between = i < met.Hit.Start;
            if (
                token.Before >= Break.Clause
                || (
                    between
                    && !passage.Grammar.Being.Contains(token.Text)
                    && !passage.Grammar.PassedOver.Contains(token.Text)
                )
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The "she" of "fever no she is 98.2", and not the "there" of "isn't there".</summary>
    public bool IsSomebody(int i) =>
        i < passage.Tokens.Count
        && passage.Grammar.Subjects.Contains(passage.Tokens[i].Text)
        && !passage.Grammar.Resumes.Contains(passage.Tokens[i].Text);

    /// <summary>"fever none, cough" and not "short of breath, nothing terrible".</summary>
    public bool EndsStatement(CueAt met)
    {
        var next = met.Hit.End;
        while (next < passage.Tokens.Count && cuesAt[next].FirstOrDefault(IsNo) is { } again)
        {
            // "Suicide? no never"
            next = again.Hit.End;
        }

        return next >= passage.Tokens.Count
            || passage.Tokens[next].Before != Break.None
            || passage.Grammar.And.Contains(passage.Tokens[next].Text)
            || cuesAt[next].Any(cue => cue.Kind == CueKind.Ends)
            || findingAt.ContainsKey(next);
    }

    private static bool IsNo(CueAt cue) => cue is { Kind: CueKind.Denies or CueKind.DeniesBefore, Hit.Length: 1 };
}
