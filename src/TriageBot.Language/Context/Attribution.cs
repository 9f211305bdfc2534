using TriageBot.Language.Lexicons;
using TriageBot.Language.Matching;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Context;

/// <summary>Gives each finding what the words around it say of time, trend, severity, place and person.</summary>
internal sealed class Attribution
{
    private readonly Passage passage;
    private readonly CueReach reach;

    private Attribution(Passage passage)
    {
        this.passage = passage;
        reach = new CueReach(passage);
    }

    public static void Apply(Passage passage, IReadOnlyDictionary<int, int> hoursAgoAt)
    {
        if (passage.Findings.Count == 0)
        {
            return;
        }

        var attribution = new Attribution(passage);
        // "Up at five like always, and this squeezing came on": what came on has not always been there.
        foreach (var cue in passage.Cues.OrderBy(cue => cue.Kind != CueKind.New))
        {
            attribution.Weigh(cue);
        }

        attribution.Date(hoursAgoAt);
        Places.Apply(passage, attribution.reach.ByClause);
    }

    private void Weigh(CueAt cue)
    {
        switch (cue.Kind)
        {
            case CueKind.Doubts:
                // "Not sure if I can feel my legs": where the writer doubts that all is well, it may not be.
                Mark(reach.Forward(cue), o => o with { Polarity = Polarity.Unsure }, cue);
                break;
            // "I can't tell if my leg is weak" supposes nothing.
            case CueKind.Supposes when IsPartOfDoubt(cue) || reach.Scopes.Affirms(cue) || reach.Scopes.States(cue):
                break;
            case CueKind.Supposes when reach.Scopes.MayAffirm(cue):
                Mark(reach.Forward(cue), o => o with { Polarity = Polarity.Unsure }, cue);
                break;
            case CueKind.Supposes:
                Each(reach.Forward(cue), finding => SetAside(finding, cue, When.Hypothetical));
                break;
            case CueKind.Questions when reach.Scopes.AsksWhatToDo(cue):
                break;
            case CueKind.Asks:
            case CueKind.Questions when passage.Tokens[passage.Clauses.EndOfSentence(cue.Hit.Start) - 1].EndsQuestion:
                Mark(reach.ToFirstPerson(cue), o => o with { When = When.Hypothetical }, cue);
                break;
            case CueKind.Other:
                Mark(reach.ToFirstPerson(cue), o => o with { Who = Who.Other }, cue);
                break;
            case CueKind.Fiction:
                Each(
                    reach.ToFirstPerson(cue).Where(finding => !DroppedSubjects.MayBeOwn(passage, cue, finding)),
                    finding => finding.IsFiction = true
                );
                break;
            // "Gone since they fixed me" speaks of what stands before it.
            case CueKind.LongAgo when IsOverToo(cue):
                Mark(reach.Back(cue), o => o with { When = When.BeforeProcedure }, cue);
                break;
            case CueKind.LongAgo:
                Each(reach.Remembered(cue), finding => SetAside(finding, cue, When.BeforeProcedure));
                break;
            case CueKind.Unchanged:
                Mark(reach.InClauseOrBefore(cue), Unchanged, cue);
                break;
            // "The pain is over my hip"
            case CueKind.Over when reach.Scopes.LeadsToPlace(cue):
                break;
            case CueKind.Over:
                // In "the grip is gone" the "gone" is what ails it.
                Each(
                    reach.Back(cue).Where(finding => !finding.Hit.Overlaps(cue.Hit)),
                    finding => Endings.Note(passage, cue, finding)
                );
                break;
            case CueKind.DidBefore:
            case CueKind.Happened:
                DidAllTheSame(cue);
                break;
            case CueKind.New:
                Modify(reach.InClause(cue), o => o.Trend == Trend.Unknown ? o with { Trend = Trend.New } : o);
                break;
            case CueKind.Better:
                Modify(reach.Nearest(cue), o => o with { Trend = Trend.Better });
                break;
            case CueKind.Worse:
                Modify(reach.Nearest(cue), o => o with { Trend = Trend.Worse });
                break;
            case CueKind.Mild:
                Modify(reach.Modified(cue), o => AtLeast(o, Severity.Mild));
                break;
            case CueKind.Moderate:
                Modify(reach.Modified(cue), o => AtLeast(o, Severity.Moderate));
                break;
            case CueKind.Severe:
                Modify(reach.Modified(cue), o => AtLeast(o, Severity.Severe));
                break;
        }
    }

    /// <summary>What was long ago or is supposed; unsure where a part of the sentence without a subject may be of now.</summary>
    private void SetAside(FindingAt finding, CueAt cue, When when)
    {
        // What was long ago and got worse counts as there, which is more than unsure.
        var isHeard = when == When.BeforeProcedure && GotWorse(finding);
        var mayBeNow = !isHeard && DroppedSubjects.MayBeNow(passage, cue, finding);
        finding.Mark(
            o =>
                !mayBeNow ? o with { When = when }
                : o.Polarity == Polarity.Present ? o with { Polarity = Polarity.Unsure }
                : o,
            cue.Phrase
        );
    }

    private bool GotWorse(FindingAt finding) =>
        passage
            .CuesBetween(finding.Hit.Start, passage.Clauses.EndOfSentence(finding.Hit.Start))
            .Any(cue => cue.Kind is CueKind.Worse or CueKind.New);

    private bool IsPartOfDoubt(CueAt cue) =>
        passage
            .CuesBetween(cue.Hit.Start - Hit.Longest, cue.Hit.Start)
            .Any(other => other.Kind == CueKind.Doubts && cue.Hit.Start <= other.Hit.End);

    private bool IsOverToo(CueAt cue) =>
        passage
            .CuesBetween(cue.Hit.Start, cue.Hit.Start + 1)
            .Any(other => other.Kind == CueKind.Over && other.Hit.End == cue.Hit.End);

    private static Observation Unchanged(Observation o) =>
        o.Trend is Trend.Worse or Trend.New ? o : o with { When = When.BeforeProcedure, Trend = Trend.Same };

    private static Observation AtLeast(Observation o, Severity severity) =>
        o.Severity >= severity ? o : o with { Severity = severity };

    /// <summary>Changes findings so that their reading names the cue.</summary>
    private static void Mark(IEnumerable<FindingAt> findings, Func<Observation, Observation> change, CueAt cue) =>
        Each(findings, finding => finding.Mark(change, cue.Phrase));

    private static void Modify(IEnumerable<FindingAt> findings, Func<Observation, Observation> change) =>
        Each(findings, finding => finding.Mark(change, null));

    private static void Each(IEnumerable<FindingAt> findings, Action<FindingAt> change)
    {
        foreach (var finding in findings)
        {
            change(finding);
        }
    }

    /// <summary>"No fever, but I did last night"; "they said to call if it drains, and it does", "…, so I'm calling".</summary>
    private void DidAllTheSame(CueAt cue)
    {
        var clause = passage.Clauses.ClauseOf(cue.Hit.Start);
        if (reach.ByClause[clause].Any(f => f.Hit.Start >= cue.Hit.Start && f.Hit.Start <= cue.Hit.End + 1))
        {
            // "No chest pain, but I did have chills" says nothing of the chest.
            return;
        }

        for (var back = clause; back >= Math.Max(0, clause - 2); back--)
        {
            var before = reach.ByClause[back].Where(f => f.Hit.Start < cue.Hit.Start).ToList();
            var denied = before.Where(f => f.IsDenied && cue.Kind == CueKind.DidBefore && TakesUp(cue, f)).ToList();
            Mark(denied, o => o with { Polarity = Polarity.Present, When = When.SinceProcedure }, cue);
            if (HasHappened(before, cue) || denied.Count > 0)
            {
                return;
            }
        }
    }

    private static bool HasHappened(List<FindingAt> before, CueAt cue)
    {
        var supposed = before.Where(f => f.Observation.When == When.Hypothetical).ToList();
        Mark(supposed, o => o with { When = When.Now }, cue);
        return supposed.Count > 0;
    }

    /// <summary>"No numbness. I kept quiet about it till today" takes up nothing; "No numbness. But I did last night" does.</summary>
    private bool TakesUp(CueAt cue, FindingAt finding) =>
        passage.Clauses.SameSentence(cue.Hit.Start, finding.Hit.Start)
        || !passage.Clauses.SameSentence(cue.Hit.Start, cue.Hit.Start - 1)
        || passage.Clauses.OpensWithIt(cue.Hit.Start);

    private void Date(IReadOnlyDictionary<int, int> hoursAgoAt)
    {
        foreach (var (token, hours) in hoursAgoAt)
        {
            var clause = passage.Clauses.ClauseOf(token);
            var dated = reach.ByClause[clause].ToList();
            foreach (var finding in dated.Count > 0 || clause == 0 ? dated : [.. reach.ByClause[clause - 1]])
            {
                finding.Observation = finding.Observation with { HoursAgo = finding.Observation.HoursAgo ?? hours };
            }
        }
    }
}
