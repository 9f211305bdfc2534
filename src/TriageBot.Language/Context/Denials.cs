using TriageBot.Language.Lexicons;
using TriageBot.Language.Matching;
using TriageBot.Language.Words;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Context;

/// <summary>
/// Which findings of a text are denied. A denial reaches from its cue over a list of names ("no fever, chills or cough") and
/// ends at "but", at the end of the sentence, and where a new statement begins.
/// </summary>
internal sealed class Denials
{
    /// <summary>So many words may stand between a denial and what it denies, and between two items of a list.</summary>
    private const int FirstReach = 8;
    private const int NextReach = 4;

    private readonly Passage passage;
    private readonly Dictionary<int, FindingAt> findingAt = [];
    private readonly ILookup<int, CueAt> cuesAt;
    private readonly ItemLists lists;
    private readonly Beside beside;

    private CueAt? cue;
    private int reach;
    private FindingAt? last;

    private Denials(Passage passage)
    {
        this.passage = passage;
        foreach (var group in passage.Findings.GroupBy(f => f.Hit.Start))
        {
            findingAt[group.Key] = group.MaxBy(f => f.Hit.End)!;
        }

        cuesAt = passage
            .Cues.Where(c => c.Kind <= CueKind.Neutral && !IsPartOfNeutral(c))
            .OrderByDescending(c => c is { Kind: CueKind.DeniesBefore, Hit.Length: > 1 })
            .ThenByDescending(c => c.Kind)
            .ToLookup(c => c.Hit.Start);
        lists = new ItemLists(passage, findingAt, cuesAt);
        beside = new Beside(passage, lists, findingAt, cuesAt);
    }

    /// <summary>"De la nada", out of nowhere: the "nada" inside denies nothing.</summary>
    private bool IsPartOfNeutral(CueAt inner) =>
        passage
            .CuesBetween(inner.Hit.Start - Hit.Longest, inner.Hit.Start)
            .Any(outer => outer.Kind == CueKind.Neutral && outer.Hit.Covers(inner.Hit));

    public static void Apply(Passage passage)
    {
        if (passage.Findings.Count == 0)
        {
            return;
        }

        new Denials(passage).Walk();
        foreach (var finding in passage.Findings.Where(f => f.Hit.Negated))
        {
            if (OwnNo.IsNamedBy(passage, finding.Hit))
            {
                // "Can't get up, my legs don't work": a phrase that has its own "not" is not undone by another one.
                continue;
            }

            // "Breathing is not normal" turns a phrase of health into a finding.
            var polarity = finding.Entry.Observation.Polarity == Polarity.Absent ? Polarity.Present : Polarity.Absent;
            finding.Mark(o => o with { Polarity = polarity }, finding.Entry.Phrase);
        }
    }

    private void Walk()
    {
        FindingAt? before = null;
        for (var i = 0; i < passage.Tokens.Count; i++)
        {
            Pause(i);
            foreach (var met in cuesAt[i])
            {
                if (Meet(met, before))
                {
                    break;
                }
            }

            if (findingAt.ContainsKey(i))
            {
                before = Reach(i);
                i = Math.Max(i, before.Hit.End - 1);
            }
            else
            {
                Weaken(i);
            }
        }
    }

    /// <summary>What a break in the punctuation or a conjunction does to a denial under way.</summary>
    private void Pause(int i)
    {
        var token = passage.Tokens[i];
        if (token.Before >= Break.Clause)
        {
            (cue, last) = (null, null);
        }
        else if (
            token.Before == Break.Comma
            && cue is { } open
            && (
                (i == open.Hit.End && last is null)
                || !lists.GoesOn(i, last)
                || (last is null && DeniedObject.IsSomethingElse(passage, open, i))
            )
        )
        {
            cue = null;
        }
        else if (cue is not null && last is null && reach < FirstReach && lists.BeginsAnother(i))
        {
            // "No appetite, and my chest hurts": nothing that the lexicon knows was denied.
            cue = null;
        }
        else if (
            cue is not null
            && last is not null
            && passage.Grammar.And.Contains(token.Text)
            && !lists.GoesOn(i + 1, last)
        )
        {
            cue = null;
        }
    }

    /// <summary>True where the cue took effect; of several that begin at one word only the first one that does counts.</summary>
    private bool Meet(CueAt met, FindingAt? before)
    {
        switch (met.Kind)
        {
            case CueKind.Denies when before is not null && AnswersWhatStandsBefore(met, before):
                ListDenials.DenyBack(passage, lists, before, met);
                cue = null;
                return true;
            case CueKind.Denies:
                (cue, reach, last) = (met, FirstReach, null);
                return true;
            case CueKind.DeniesBefore
                when before is not null
                    && !OwnNo.IsIn(passage, before)
                    && !DeniesAhead(met, before)
                    && (beside.Touches(before, met) || beside.SpeaksBackOf(before, met))
                    && beside.EndsStatement(met):
                ListDenials.DenyBack(passage, lists, before, met);
                cue = null;
                return true;
            case CueKind.AffirmsBefore when before is not null && beside.Touches(before, met):
                before.Mark(o => o with { Polarity = Polarity.Present }, met.Phrase);
                cue = null;
                return true;
            case CueKind.Ends:
            case CueKind.Neutral:
                cue = null;
                return true;
            default:
                return false;
        }
    }

    private FindingAt Reach(int i)
    {
        var longest = findingAt[i];
        var outOfList =
            last is not null
            && (!longest.Entry.IsName || lists.HasPlace(last, i))
            && !lists.Joined(last.Hit.End, i)
            && !lists.NamesBehindComma(longest);
        if (
            cue is { } denial
            && longest.Hit.End > denial.Hit.End
            && !outOfList
            && !beside.BeginsAnew(denial, longest)
            && !OwnNo.IsSharedWith(passage, denial, longest)
        )
        {
            // "Ni entumido y arrastro el pie": what only begins among the words is another statement.
            foreach (var finding in passage.FindingsBetween(i, longest.Hit.End))
            {
                if (finding.Hit.Start == i || longest.Hit.Covers(finding.Hit))
                {
                    ListDenials.Deny(finding, denial.Phrase);
                }
            }

            (last, reach) = (longest, NextReach);
        }
        else if (
            longest.Entry.Observation.Polarity == Polarity.Absent
                ? OwnNo.IsIn(passage, longest)
                : longest.Hit.Negated && !OwnNo.IsNamedBy(passage, longest.Hit)
        )
        {
            // "The incision is not red or swollen": the "not" inside the first goes on to the second.
            cue = new CueAt(longest.Hit, CueKind.Denies, longest.Entry.Phrase);
            foreach (var finding in passage.FindingsBetween(i, longest.Hit.End).Where(f => !f.Hit.Negated))
            {
                ListDenials.Deny(finding, longest.Entry.Phrase);
            }

            (last, reach) = (longest, NextReach);
        }
        else
        {
            cue = null;
        }

        return longest;
    }

    private void Weaken(int i)
    {
        if (cue is not { } open || i < open.Hit.End)
        {
            return;
        }

        var word = passage.Tokens[i].Text;
        var grammar = passage.Grammar;
        // "No redness around the incision or fever": the incision is where, and begins nothing.
        var isPlace = i > 0 && grammar.BeforePlaces.Contains(passage.Tokens[i - 1].Text);
        if (grammar.Subjects.Contains(word) || (last is not null && grammar.Owners.Contains(word) && !isPlace))
        {
            cue = null;
        }
        else if (!grammar.PassedOver.Contains(word) && --reach <= 0)
        {
            cue = null;
        }
    }

    /// <summary>"fever yes cough no": the "no" answers the word before it and denies nothing behind it.</summary>
    private bool AnswersWhatStandsBefore(CueAt met, FindingAt before)
    {
        // "Not red not swollen not hot": what is denied already has its "not".
        if (met.Hit.Length > 1 || before.IsDenied || !beside.Touches(before, met))
        {
            return false;
        }

        var next = met.Hit.End;
        if (beside.IsAnsweredQuestion(before, met))
        {
            return beside.EndsStatement(met) || beside.IsSomebody(next);
        }

        if (
            next >= passage.Tokens.Count
            || passage.Tokens[next].Before != Break.None
            || cuesAt[next].Any(after => after.Kind == CueKind.Ends)
            || (before.Entry.IsName && passage.Tokens[met.Hit.Start].Before == Break.None && beside.IsSomebody(next))
        )
        {
            // "numbness - no, tingling - no", "fever no but chills"
            return passage.Tokens[met.Hit.Start].Before == Break.None || before.Entry.IsName;
        }

        return passage.Tokens[met.Hit.Start].Before == Break.None
            && findingAt.TryGetValue(next, out var following)
            && cuesAt[following.Hit.End].Any(answer => IsOneWord(answer) && !findingAt.ContainsKey(answer.Hit.End));

        static bool IsOneWord(CueAt answer) =>
            answer.Kind is CueKind.Denies or CueKind.DeniesBefore or CueKind.AffirmsBefore && answer.Hit.Length == 1;
    }

    /// <summary>"…, he hasn't had any cough", "…, absolutely no cough": a statement of its own, whose object follows.</summary>
    private bool BelongsAhead(CueAt met) =>
        met.Hit.Length > 1
        && (
            passage.Grammar.Subjects.Contains(passage.Tokens[met.Hit.Start].Text)
            || passage.Grammar.Strengthened.Contains(passage.Tokens[met.Hit.End - 1].Text)
        );

    /// <summary>
    /// "No tingling, nothing numb": behind a comma the "nothing" belongs to what follows it at once, as in "but she isn't coughing";
    /// behind a statement too: "me duele el pecho no hay fiebre".
    /// </summary>
    private bool DeniesAhead(CueAt met, FindingAt before) =>
        findingAt.ContainsKey(met.Hit.End)
        && passage.Tokens[met.Hit.End].Before == Break.None
        && (
            cuesAt[met.Hit.Start].Any(other => other.Kind == CueKind.Ends)
            || BelongsAhead(met)
            || (
                (passage.Tokens[met.Hit.Start].Before == Break.Comma || !before.Entry.IsName)
                && cuesAt[met.Hit.Start].Any(other => other.Kind == CueKind.Denies)
            )
        );
}
