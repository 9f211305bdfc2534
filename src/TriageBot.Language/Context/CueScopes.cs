using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>How far a cue reaches: to the end of its sentence, to a "but", or to where the patient is spoken of again.</summary>
internal sealed class CueScopes(Passage passage)
{
    /// <summary>"Si me da dolor de pecho, ¿llamo?": the question is a sentence of its own.</summary>
    private const int ConsequenceReach = 6;

    /// <summary>A question shows in its first words what it asks.</summary>
    private const int OpeningWords = 3;

    /// <summary>"Tengo mucha tos": so many words from the verb on.</summary>
    private const int MostBetween = 2;

    private readonly HashSet<int> ends = StartsOf(passage, CueKind.Ends);
    private readonly HashSet<int> others = StartsOf(passage, CueKind.Other);

    /// <summary>Index after the last token that a cue speaks of.</summary>
    public int EndOf(CueAt cue)
    {
        var end = passage.Clauses.EndOfSentence(cue.Hit.Start);
        var conditional = cue.Kind != CueKind.Supposes;
        var firstFinding = passage.FindingsBetween(cue.Hit.Start, end).FirstOrDefault()?.Hit.Start ?? end;
        for (var i = cue.Hit.Start; i < end; i++)
        {
            var word = passage.Tokens[i].Text;
            conditional |= passage.Grammar.Conditions.Contains(word);
            if (i < cue.Hit.End)
            {
                continue;
            }

            // "Should I worry, my chest is tight" supposes nothing of the chest, nor "you said to write about changes, chest pain".
            var turns =
                !conditional
                && passage.Tokens[i].Before >= Break.Comma
                && (
                    passage.Grammar.FirstPerson.Contains(word)
                    || passage.Grammar.Owners.Contains(word)
                    || i <= firstFinding
                );
            if (turns || ends.Contains(i))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>Index of the next word that speaks of the patient, or where the cue's reach ends before it.</summary>
    public int NextFirstPerson(CueAt cue)
    {
        var end = cue.Hit.End;
        var last = cue.Kind == CueKind.Fiction ? passage.Clauses.EndOfSentence(cue.Hit.Start) : EndOf(cue);
        if (cue.Kind == CueKind.Fiction && IsToldByWriter(cue))
        {
            last = EndOfPart(end, last);
        }

        while (end < last && (!passage.Grammar.FirstPerson.Contains(passage.Tokens[end].Text) || others.Contains(end)))
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// "The incision is bleeding bad" asks nothing, other than "is bleeding bad": before the verb stands what it speaks of. Nor
    /// does "tengo fiebre es normal" suppose the fever.
    /// </summary>
    public bool States(CueAt cue)
    {
        var (start, grammar) = (cue.Hit.Start, passage.Grammar);
        if (start == 0 || passage.Tokens[start].Before != Break.None)
        {
            return false;
        }

        var before = passage.Tokens[start - 1].Text;
        return grammar.Being.Contains(passage.Tokens[start].Text)
            ? !grammar.And.Contains(before)
                && char.IsLetter(before[0])
                && passage.FindingsBetween(start + 1, cue.Hit.End).Any()
            : Enumerable
                .Range(1, Math.Min(start, MostBetween))
                .Any(back => grammar.Has.Contains(passage.Tokens[start - back].Text))
                && passage.FindingsBetween(start, start + 1).Any();
    }

    /// <summary>The cue's last word and the next one say where something is: "over my hip".</summary>
    public bool LeadsToPlace(CueAt cue)
    {
        var next = cue.Hit.End;
        return next < passage.Tokens.Count
            && passage.Tokens[next].Before == Break.None
            && passage.Grammar.BeforePlaces.Contains(passage.Tokens[next - 1].Text)
            && passage.Grammar.Owners.Contains(passage.Tokens[next].Text);
    }

    /// <summary>"Pero sí me duele el pecho": the accent says that it is no "if", unless a question or a consequence shows one.</summary>
    public bool Affirms(CueAt cue)
    {
        for (var i = cue.Hit.Start; i < cue.Hit.End; i++)
        {
            if (passage.Tokens[i].EndsAccented && passage.Grammar.MayAffirm.Contains(passage.Tokens[i].Text))
            {
                return !IsCondition(i);
            }
        }

        return false;
    }

    /// <summary>
    /// "Si me duele el pecho": who writes no accents may mean "yes, it hurts". It is no supposition for sure where a sentence
    /// opens with it or a "but" stands before it, and it speaks of the writer, asks nothing and draws no consequence.
    /// </summary>
    public bool MayAffirm(CueAt cue)
    {
        var grammar = passage.Grammar;
        var start = cue.Hit.Start;
        return grammar.MayAffirm.Contains(passage.Tokens[start].Text)
            && (start == 0 || passage.Tokens[start].Before == Break.Sentence || ends.Contains(start - 1))
            && start + 1 < ConsequencesEnd(start)
            && (
                grammar.FirstPerson.Contains(passage.Tokens[start + 1].Text)
                || (start + 2 < ConsequencesEnd(start) && grammar.FirstPerson.Contains(passage.Tokens[start + 2].Text))
            )
            && !IsCondition(start);
    }

    /// <summary>"Tiene los labios morados, que hago?": what is asked stands behind the comma, and what was said before it is so.</summary>
    public bool AsksWhatToDo(CueAt cue)
    {
        var grammar = passage.Grammar;
        var end = passage.Clauses.EndOfSentence(cue.Hit.Start);
        for (var i = cue.Hit.End; i < end; i++)
        {
            if (passage.Tokens[i].Before != Break.Comma)
            {
                continue;
            }

            for (var next = i; next < Math.Min(end, i + OpeningWords); next++)
            {
                var word = passage.Tokens[next].Text;
                if (grammar.Consequences.Contains(word) && !grammar.PassedOver.Contains(word))
                {
                    return !grammar.Conditions.Contains(word);
                }
            }
        }

        return false;
    }

    /// <summary>True where a question or a consequence follows an "if".</summary>
    private bool IsCondition(int start)
    {
        var end = ConsequencesEnd(start);
        for (var i = start + 2; i < end; i++)
        {
            if (passage.Tokens[i].EndsQuestion || passage.Grammar.Consequences.Contains(passage.Tokens[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    private int ConsequencesEnd(int start) =>
        Math.Min(passage.Tokens.Count, passage.Clauses.EndOfSentence(start) + ConsequenceReach);

    /// <summary>"I was watching Jeopardy": the sentence speaks of the writer before it comes to the show.</summary>
    private bool IsToldByWriter(CueAt cue)
    {
        for (var i = cue.Hit.Start; i >= 0 && passage.Clauses.SameSentence(i, cue.Hit.Start); i--)
        {
            var word = passage.Tokens[i].Text;
            if (passage.Grammar.FirstPerson.Contains(word) && passage.Grammar.Subjects.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Index of the next comma or "and".</summary>
    private int EndOfPart(int from, int end)
    {
        while (
            from < end
            && passage.Tokens[from].Before < Break.Comma
            && !passage.Grammar.And.Contains(passage.Tokens[from].Text)
        )
        {
            from++;
        }

        return from;
    }

    private static HashSet<int> StartsOf(Passage passage, CueKind kind) =>
        [.. passage.Cues.Where(cue => cue.Kind == kind).Select(cue => cue.Hit.Start)];
}
