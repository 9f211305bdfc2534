using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>Which findings a cue speaks of: those that follow, those of its clause, or the closest.</summary>
internal sealed class CueReach(Passage passage)
{
    /// <summary>A modifier ("slight", "bad") stands at most so many words before or after its finding.</summary>
    private const int ModifierReach = 4;

    /// <summary>"It went away" speaks of nothing that was named more words ago.</summary>
    private const int BackReach = 12;

    public CueScopes Scopes { get; } = new(passage);

    /// <summary>The findings of each clause, in the order of the text.</summary>
    public ILookup<int, FindingAt> ByClause { get; } =
        passage.Findings.ToLookup(f => passage.Clauses.ClauseOf(f.Hit.Start));

    /// <summary>From a cue on to the end of its sentence, or to a "but".</summary>
    public IEnumerable<FindingAt> Forward(CueAt cue) => passage.FindingsBetween(cue.Hit.Start, Scopes.EndOf(cue));

    /// <summary>From a cue on to the next word that speaks of the patient.</summary>
    public IEnumerable<FindingAt> ToFirstPerson(CueAt cue)
    {
        var end = Scopes.NextFirstPerson(cue);
        // In "la herida me duele" the "me" stands inside.
        return passage.FindingsBetween(cue.Hit.Start, end).Where(f => f.Hit.End <= end || f.Hit.Start <= cue.Hit.End);
    }

    public IEnumerable<FindingAt> InClause(CueAt cue) => ByClause[ClauseOf(cue)];

    /// <summary>
    /// What was long ago: of its clause, and not what stands on the far side of "I can't breathe, back in '03 I had a clot" or
    /// "that was the nineties".
    /// </summary>
    public IEnumerable<FindingAt> Remembered(CueAt cue)
    {
        var (tokens, grammar) = (passage.Tokens, passage.Grammar);
        var (start, end) = (cue.Hit.Start, cue.Hit.End);
        var closes =
            grammar.SpeaksBack.Contains(tokens[start].Text)
            && start + 1 < end
            && grammar.Being.Contains(tokens[start + 1].Text);
        var opens =
            tokens[start].Before == Break.Comma
            && end < tokens.Count
            && tokens[end].Before == Break.None
            && grammar.FirstPerson.Contains(tokens[end].Text)
            && grammar.Subjects.Contains(tokens[end].Text);
        return InClauseOrNamedBefore(cue)
            .Where(f => (!closes || f.Hit.Start < start) && (!opens || f.Hit.Start >= start));
    }

    /// <summary>In its clause, or in the last one where its own speaks back of it: "a fever, but that was last winter".</summary>
    private IEnumerable<FindingAt> InClauseOrNamedBefore(CueAt cue)
    {
        var clause = ClauseOf(cue);
        if (ByClause.Contains(clause) || ByClause[clause - 1].LastOrDefault() is not { } last)
        {
            return ByClause[clause];
        }

        // "Short of breath, and a fever, but that was last winter": of the last one, not of all that was said.
        return passage.Clauses.SpeaksBack(cue.Hit.Start)
            ? ByClause[clause - 1].Where(f => f.Hit.Start == last.Hit.Start)
            : [];
    }

    /// <summary>In its clause, or in the last one where its own says nothing: "My leg is weak. It's the same as always."</summary>
    public IEnumerable<FindingAt> InClauseOrBefore(CueAt cue)
    {
        var clause = ClauseOf(cue);
        if (!ByClause.Contains(clause) && ByClause[clause - 1].LastOrDefault() is { } last)
        {
            // "More short of breath than usual, and my usual is not great" is not the same as usual.
            var isItsOwn =
                passage.Clauses.SameSentence(last.Hit.Start, cue.Hit.Start)
                || passage.Clauses.IsOfTheWriter(cue.Hit.Start);
            clause -= isItsOwn ? 0 : 1;
        }

        return ByClause[clause];
    }

    /// <summary>
    /// The closest findings before the cue: those of its own clause, or, where the cue's clause has none before it ("but it
    /// went away"), the first behind it, and at last those of the clause before.
    /// </summary>
    public IEnumerable<FindingAt> Back(CueAt cue)
    {
        var clause = ClauseOf(cue);
        var before = ByClause[clause]
            .Where(f => f.Hit.Start < cue.Hit.Start && f.Hit.Start >= cue.Hit.Start - BackReach)
            .ToList();
        return before.Count > 0 ? before.Where(f => f == before[^1] || AreListed(f, before[^1]))
            : ByClause[clause].FirstOrDefault() is { } next ? [next]
            : ByClause[clause - 1];
    }

    /// <summary>Backward where something stands before it in its clause, else forward to the next finding.</summary>
    public IEnumerable<FindingAt> Nearest(CueAt cue)
    {
        var mates = InClause(cue).ToList();
        var after = mates.Find(f => f.Hit.End > cue.Hit.Start && f.Hit.Start - cue.Hit.End <= 1);
        return after is not null && !mates.Exists(f => f.Hit.End == cue.Hit.Start)
            ? mates.Where(f => f.Hit.Start == after.Hit.Start)
            : Back(cue);
    }

    /// <summary>What a modifier speaks of: the closest within its reach, best one that follows, or the only one of its clause.</summary>
    public IEnumerable<FindingAt> Modified(CueAt cue)
    {
        var mates = InClause(cue).ToList();
        var target =
            mates
                .Where(f => Distance(f, cue) <= ModifierReach)
                .OrderBy(f => f.Hit.Start <= cue.Hit.Start ? 1 : 0)
                .ThenBy(f => Distance(f, cue))
                .FirstOrDefault()
            ?? (mates.Count == 1 ? mates[0] : null);
        return target is null ? [] : mates.Where(f => f.Hit.Start == target.Hit.Start);
    }

    private int ClauseOf(CueAt cue) => passage.Clauses.ClauseOf(cue.Hit.Start);

    /// <summary>True where only words that join stand between two findings: "fever, chills or a cough".</summary>
    private bool AreListed(FindingAt earlier, FindingAt last)
    {
        for (var i = earlier.Hit.End; i < last.Hit.Start; i++)
        {
            var word = passage.Tokens[i].Text;
            var joins =
                passage.Grammar.And.Contains(word)
                || passage.Grammar.Or.Contains(word)
                || passage.Grammar.PassedOver.Contains(word)
                || passage.FindingsBetween(i - 8, i + 1).Any(f => f.Hit.End > i);
            if (!joins)
            {
                return false;
            }
        }

        return true;
    }

    private static int Distance(FindingAt finding, CueAt cue) =>
        finding.Hit.Start >= cue.Hit.End ? finding.Hit.Start - cue.Hit.End
        : cue.Hit.Start >= finding.Hit.End ? cue.Hit.Start - finding.Hit.End
        : 0;
}
