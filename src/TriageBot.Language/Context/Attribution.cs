using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Context;

/// <summary>Gives each finding what the words around it say of time, trend, severity, place and person.</summary>
internal sealed class Attribution
{
    /// <summary>A modifier ("slight", "bad") stands at most so many words before or after its finding.</summary>
    private const int ModifierReach = 4;

    private readonly Passage passage;
    private readonly ILookup<int, FindingAt> byClause;
    private readonly CueScopes scopes;

    private Attribution(Passage passage)
    {
        this.passage = passage;
        scopes = new CueScopes(passage);
        byClause = passage.Findings.ToLookup(f => passage.Clauses.ClauseOf(f.Hit.Start));
    }

    public static void Apply(Passage passage, IReadOnlyDictionary<int, int> hoursAgoAt)
    {
        if (passage.Findings.Count == 0)
        {
            return;
        }

        var attribution = new Attribution(passage);
        foreach (var cue in passage.Cues)
        {
            attribution.Weigh(cue);
        }

        attribution.Date(hoursAgoAt);
        Places.Apply(passage, attribution.byClause);
    }

    private void Weigh(CueAt cue)
    {
        switch (cue.Kind)
        {
            case CueKind.Doubts:
                // "Not sure if I can feel my legs": where the writer doubts that all is well, it may not be.
                Forward(cue, finding => finding.Mark(o => o with { Polarity = Polarity.Unsure }, cue.Phrase));
                break;
            // "I can't tell if my leg is weak" supposes nothing.
            case CueKind.Supposes when IsPartOfDoubt(cue):
                break;
            case CueKind.Supposes when scopes.MayAffirm(cue):
                Forward(cue, finding => finding.Mark(o => o with { Polarity = Polarity.Unsure }, cue.Phrase));
                break;
            case CueKind.Supposes:
                Forward(cue, finding => finding.Mark(o => o with { When = When.Hypothetical }, cue.Phrase));
                break;
            case CueKind.Asks:
            case CueKind.Questions when passage.Tokens[passage.Clauses.EndOfSentence(cue.Hit.Start) - 1].EndsQuestion:
                ToFirstPerson(cue, finding => finding.Mark(o => o with { When = When.Hypothetical }, cue.Phrase));
                break;
            case CueKind.Other:
                ToFirstPerson(cue, finding => finding.Mark(o => o with { Who = Who.Other }, cue.Phrase));
                break;
            case CueKind.Fiction:
                ToFirstPerson(cue, finding => finding.IsFiction = true);
                break;
            // "Gone since they fixed me" speaks of what stands before it.
            case CueKind.LongAgo
                when passage.Cues.Exists(o =>
                    o.Kind == CueKind.Over && o.Hit.Start == cue.Hit.Start && o.Hit.End == cue.Hit.End
                ):
                Back(cue, finding => finding.Mark(o => o with { When = When.BeforeProcedure }, cue.Phrase));
                break;
            case CueKind.LongAgo:
                InClauseOrNamedBefore(
                    cue,
                    finding => finding.Mark(o => o with { When = When.BeforeProcedure }, cue.Phrase)
                );
                break;
            case CueKind.Unchanged:
                InClauseOrBefore(cue, finding => finding.Mark(Unchanged, cue.Phrase));
                break;
            case CueKind.Over:
                Back(cue, finding => Endings.Note(passage, cue, finding));
                break;
            case CueKind.DidBefore:
                DidAllTheSame(cue);
                break;
            case CueKind.New:
                InClause(
                    cue,
                    finding => finding.Mark(o => o.Trend == Trend.Unknown ? o with { Trend = Trend.New } : o, null)
                );
                break;
            case CueKind.Better:
                Nearest(cue, finding => finding.Mark(o => o with { Trend = Trend.Better }, null));
                break;
            case CueKind.Worse:
                Nearest(cue, finding => finding.Mark(o => o with { Trend = Trend.Worse }, null));
                break;
            case CueKind.Mild:
                Modify(cue, Severity.Mild);
                break;
            case CueKind.Moderate:
                Modify(cue, Severity.Moderate);
                break;
            case CueKind.Severe:
                Modify(cue, Severity.Severe);
                break;
        }
    }

    private bool IsPartOfDoubt(CueAt cue) =>
        passage.Cues.Exists(other =>
            other.Kind == CueKind.Doubts && other.Hit.Start < cue.Hit.Start && cue.Hit.Start <= other.Hit.End
        );

    private static Observation Unchanged(Observation o) =>
        o.Trend is Trend.Worse or Trend.New ? o : o with { When = When.BeforeProcedure, Trend = Trend.Same };

    /// <summary>From a cue on to the end of its sentence, or to a "but".</summary>
    private void Forward(CueAt cue, Action<FindingAt> change)
    {
        var stop = scopes.EndOf(cue);
        foreach (var finding in passage.FindingsBetween(cue.Hit.Start, stop))
        {
            change(finding);
        }
    }

    /// <summary>From a cue on to the next word that speaks of the patient.</summary>
    private void ToFirstPerson(CueAt cue, Action<FindingAt> change)
    {
        foreach (var finding in passage.FindingsBetween(cue.Hit.Start, scopes.NextFirstPerson(cue)))
        {
            change(finding);
        }
    }

    private void InClause(CueAt cue, Action<FindingAt> change)
    {
        foreach (var finding in byClause[passage.Clauses.ClauseOf(cue.Hit.Start)])
        {
            change(finding);
        }
    }

    /// <summary>In its clause, or in the last one where its own speaks back of it: "a fever, but that was last winter".</summary>
    private void InClauseOrNamedBefore(CueAt cue, Action<FindingAt> change)
    {
        var clause = passage.Clauses.ClauseOf(cue.Hit.Start);
        var last = byClause.Contains(clause) ? null : byClause[clause - 1].LastOrDefault();
        if (last is null)
        {
            InClause(cue, change);
        }
        else if (passage.Clauses.SpeaksBack(cue.Hit.Start))
        {
            // "Short of breath, and a fever, but that was last winter": of the last one, not of all that was said.
            byClause[clause - 1].Where(f => f.Hit.Start == last.Hit.Start).ToList().ForEach(change);
        }
    }

    /// <summary>In its clause, or in the last one where its own says nothing: "My leg is weak. It's the same as always."</summary>
    private void InClauseOrBefore(CueAt cue, Action<FindingAt> change)
    {
        var clause = passage.Clauses.ClauseOf(cue.Hit.Start);
        if (!byClause.Contains(clause) && byClause[clause - 1].LastOrDefault() is { } last)
        {
            // "More short of breath than usual, and my usual is not great" is not the same as usual.
            var isItsOwn =
                passage.Clauses.SameSentence(last.Hit.Start, cue.Hit.Start)
                || passage.Clauses.IsOfTheWriter(cue.Hit.Start);
            clause -= isItsOwn ? 0 : 1;
        }

        foreach (var finding in byClause[clause])
        {
            change(finding);
        }
    }

    /// <summary>
    /// To the closest findings before the cue: those of its own clause, or, where the cue's clause has none before it ("but it
    /// went away"), those behind it, and at last those of the clause before.
    /// </summary>
    private void Back(CueAt cue, Action<FindingAt> change)
    {
        var clause = passage.Clauses.ClauseOf(cue.Hit.Start);
        var before = byClause[clause]
            .Where(f => f.Hit.Start < cue.Hit.Start && f.Hit.Start >= cue.Hit.Start - 12)
            .ToList();
        if (before.Count > 0)
        {
            var last = before[^1];
            before.Where(f => f == last || Listed(f, last)).ToList().ForEach(change);
        }
        else if (byClause[clause].FirstOrDefault() is { } next)
        {
            change(next);
        }
        else if (clause > 0)
        {
            foreach (var finding in byClause[clause - 1])
            {
                change(finding);
            }
        }
    }

    /// <summary>Backward where something stands before it in its clause, else forward to the next finding.</summary>
    private void Nearest(CueAt cue, Action<FindingAt> change)
    {
        var mates = byClause[passage.Clauses.ClauseOf(cue.Hit.Start)].ToList();
        var after = mates.Find(f => f.Hit.End > cue.Hit.Start && f.Hit.Start - cue.Hit.End <= 1);
        if (after is not null && !mates.Exists(f => f.Hit.End == cue.Hit.Start))
        {
            mates.Where(f => f.Hit.Start == after.Hit.Start).ToList().ForEach(change);
        }
        else if (mates.Exists(f => f.Hit.Start < cue.Hit.Start))
        {
            Back(cue, change);
        }
        else if (mates.Count > 0)
        {
            change(mates[0]);
        }
        else
        {
            Back(cue, change);
        }
    }

    private bool Listed(FindingAt earlier, FindingAt last)
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

    private void DidAllTheSame(CueAt cue)
    {
        var clause = passage.Clauses.ClauseOf(cue.Hit.Start);
        if (byClause[clause].Any(f => f.Hit.Start >= cue.Hit.Start && f.Hit.Start <= cue.Hit.End + 1))
        {
            // "No chest pain, but I did have chills" says nothing of the chest.
            return;
        }

        for (var back = clause; back >= Math.Max(0, clause - 2); back--)
        {
            var before = byClause[back].Where(f => f.Hit.Start < cue.Hit.Start).ToList();
            var denied = before.Where(f => f.IsDenied).ToList();
            denied.ForEach(f =>
                f.Mark(o => o with { Polarity = Polarity.Present, When = When.SinceProcedure }, cue.Phrase)
            );

            // "They said to call if it drains, and it does."
            var supposed = before.Where(f => f.Observation.When == When.Hypothetical).ToList();
            supposed.ForEach(f => f.Mark(o => o with { When = When.Now }, cue.Phrase));
            if (denied.Count + supposed.Count > 0)
            {
                return;
            }
        }
    }

    private void Modify(CueAt cue, Severity severity)
    {
        var mates = byClause[passage.Clauses.ClauseOf(cue.Hit.Start)]
            .Where(f => Distance(f, cue) <= ModifierReach)
            .OrderBy(f => f.Hit.Start <= cue.Hit.Start ? 1 : 0)
            .ThenBy(f => Distance(f, cue))
            .ToList();
        var alone = byClause[passage.Clauses.ClauseOf(cue.Hit.Start)].ToList();
        var target = mates.FirstOrDefault() ?? (alone.Count == 1 ? alone[0] : null);
        if (target is not null)
        {
            foreach (var finding in alone.Where(f => f.Hit.Start == target.Hit.Start))
            {
                finding.Mark(o => o.Severity >= severity ? o : o with { Severity = severity }, null);
            }
        }
    }

    private static int Distance(FindingAt finding, CueAt cue) =>
        finding.Hit.Start >= cue.Hit.End ? finding.Hit.Start - cue.Hit.End
        : cue.Hit.Start >= finding.Hit.End ? cue.Hit.Start - finding.Hit.End
        : 0;

    private void Date(IReadOnlyDictionary<int, int> hoursAgoAt)
    {
        foreach (var (token, hours) in hoursAgoAt)
        {
            var clause = passage.Clauses.ClauseOf(token);
            var dated = byClause[clause].ToList();
            foreach (var finding in dated.Count > 0 || clause == 0 ? dated : [.. byClause[clause - 1]])
            {
                finding.Observation = finding.Observation with { HoursAgo = finding.Observation.HoursAgo ?? hours };
            }
        }
    }
}
