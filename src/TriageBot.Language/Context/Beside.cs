using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>How a finding and a cue stand beside each other: as question and answer, as one statement, as two.</summary>
internal sealed class Beside(
    Passage passage,
    ItemLists lists,
    IReadOnlyDictionary<int, FindingAt> findingAt,
    ILookup<int, CueAt> cuesAt
)
{
    /// <summary>"Cough? No. Drainage from the incision? No."</summary>
    public bool IsAnsweredQuestion(FindingAt before, CueAt met)
    {
        var tokens = passage.Tokens;
        var asked = met.Hit.Start - 1;
        return before.Hit.End <= met.Hit.Start
            && asked - before.Hit.End < ItemLists.MostInPlace
            && tokens[asked].EndsQuestion
            && Enumerable
                .Range(before.Hit.End, met.Hit.Start - before.Hit.End)
                .All(i => tokens[i].Before == Break.None && !passage.Grammar.Subjects.Contains(tokens[i].Text));
    }

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

        // "Drainage from the incision: none": what is said between is its place.
        var free = before.Hit.End + 1 < met.Hit.Start && lists.IsPlace(before.Hit.End) ? 2 : 0;
        if (met.Hit.Start - before.Hit.End > 3 + free || met.Hit.Start < before.Hit.End)
        {
            return false;
        }

        for (var i = before.Hit.End; i <= met.Hit.Start; i++)
        {
            var token = passage.Tokens[i];
            var between = i < met.Hit.Start;
            free = token.Before == Break.None ? free : 0;
            if (
                token.Before >= Break.Clause
                || (
                    between
                    && !passage.Grammar.Being.Contains(token.Text)
                    && !passage.Grammar.PassedOver.Contains(token.Text)
                    && free-- <= 0
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

    /// <summary>
    /// "No pain in my foot, I can't feel it": the foot is in what is denied, and what ails it in a statement behind it. "It's not
    /// my back, it's my ribs" denies the back alone.
    /// </summary>
    public bool BeginsAnew(CueAt denial, FindingAt finding)
    {
        var tokens = passage.Tokens;
        return Enumerable
                .Range(denial.Hit.End, Math.Max(0, finding.Hit.Start - denial.Hit.End))
                .Any(i => !passage.Grammar.PassedOver.Contains(tokens[i].Text))
            && Enumerable
                .Range(finding.Hit.Start + 1, finding.Hit.Length - 1)
                .Any(i =>
                    tokens[i].Before >= Break.Clause
                    || (tokens[i].Before == Break.Comma && passage.Grammar.Subjects.Contains(tokens[i].Text))
                );
    }

    private static bool IsNo(CueAt cue) => cue is { Kind: CueKind.Denies or CueKind.DeniesBefore, Hit.Length: 1 };
}
