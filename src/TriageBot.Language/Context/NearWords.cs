using TriageBot.Language.Lexicons;
using TriageBot.Language.Matching;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>
/// Finds what no phrase says but words near each other do: a part of the body and what ails it, in any order, in one
/// statement. Phrases go first; words that they took, and words of which something is denied, make nothing here.
/// </summary>
internal sealed class NearWords
{
    /// <summary>So many other words may stand between two of the words.</summary>
    private const int Reach = 12;

    /// <summary>So many words behind a "but" the other word may stand.</summary>
    private const int FarthestTurn = 3;

    private readonly Passage passage;
    private readonly Cover said;
    private readonly List<Hit> words;
    private readonly NearDenials denials;
    private Dictionary<int, int>? turns;

    public NearWords(Passage passage, Cover said, List<Hit> words)
    {
        this.passage = passage;
        this.said = said;
        this.words = words;
        denials = new NearDenials(passage);
        words.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    /// <summary>The findings, in the order of their last words.</summary>
    public List<FindingAt> Find()
    {
        var found = new List<FindingAt>();
        for (var last = 1; last < words.Count; last++)
        {
            foreach (var nearness in passage.Lexicon.NearnessesAt[words[last].Entry]!)
            {
                if (Gather(nearness, last) is { } hit && said.Take(hit, nearness.Finding.Observation.Finding))
                {
                    found.Add(new FindingAt(hit, nearness.Finding));
                }
            }
        }

        return found;
    }

    /// <summary>The nearest words before the last one that complete it; null where some are missing or not free.</summary>
    private Hit? Gather(Nearness nearness, int last)
    {
        var whole = words[last];
        if (!IsFree(nearness, whole))
        {
            return null;
        }

        foreach (var part in nearness.Parts)
        {
            if (part == words[last].Entry)
            {
                continue;
            }

            if (Nearest(part, whole, last) is not { } other || !IsFree(nearness, other) || !Joined(other, whole))
            {
                return null;
            }

            whole = Both(other, whole);
        }

        return whole.Length < 64 && !denials.AreInside(whole) && !denials.StandAlone(whole)
            ? whole with
            {
                Entry = nearness.Parts[0],
            }
            : null;
    }

    private Hit? Nearest(int part, Hit whole, int last)
    {
        for (var i = last - 1; i >= 0 && words[i].Start >= whole.Start - Reach - 4; i--)
        {
            if (words[i].Entry == part && whole.Start - words[i].End <= Reach && !words[i].Overlaps(whole))
            {
                return words[i];
            }
        }

        return null;
    }

    private bool IsFree(Nearness nearness, Hit word) => word.Entry == nearness.Parts[0] || !said.Meets(word);

    /// <summary>True where nothing between the two begins another statement, or the second speaks of the first: "my foot, I can't feel it".</summary>
    private bool Joined(Hit first, Hit second)
    {
        var refersBack = passage.Grammar.Resumes.Contains(passage.Tokens[second.End - 1].Text);
        for (var i = first.Start + 1; i <= second.Start; i++)
        {
            var parted =
                passage.Tokens[i].Before >= Break.Clause
                && !(refersBack && i >= second.Start - 1)
                && !GoesOn(first, i, second);
            if (
                parted
                || (
                    !refersBack
                    && (
                        (IsTurn(i) && !TurnsToIt(i, second))
                        || (BeginsStatement(i, second.Start) && !IsAfterthought(i, second))
                    )
                )
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// "It's the left leg. It drags": the next sentence says "it" of what the last one named; "My left leg. Drags when I walk."
    /// says nothing at all of what was named right before.
    /// </summary>
    private bool GoesOn(Hit first, int sentence, Hit second)
    {
        var grammar = passage.Grammar;
        var i = sentence;
        while (
            i < second.Start
            && (
                grammar.Courtesies.Contains(passage.Tokens[i].Text)
                || grammar.Hesitations.Contains(passage.Tokens[i].Text)
            )
        )
        {
            i++;
        }

        return i == second.Start
            ? sentence - first.End <= 1
            : grammar.Resumes.Contains(passage.Tokens[i].Text) && sentence - first.End <= 4;
    }

    /// <summary>"…, my knee", "and she": somebody or something else; "…, it" is still the same.</summary>
    private bool BeginsStatement(int i, int second)
    {
        var grammar = passage.Grammar;
        var word = passage.Tokens[i].Text;
        var opens =
            passage.Tokens[i].Before == Break.Comma || (i > 0 && grammar.And.Contains(passage.Tokens[i - 1].Text));
        return opens
            && i + 1 < second
            && !grammar.Resumes.Contains(word)
            && (grammar.Subjects.Contains(word) || grammar.Owners.Contains(word))
            && !Clauses.IsAside(passage, i);
    }

    /// <summary>"It gave out, my left leg": named last, and nothing more said of it.</summary>
    private bool IsAfterthought(int i, Hit second)
    {
        var ends = second.End == passage.Tokens.Count || passage.Tokens[second.End].Before >= Break.Comma;
        return ends
            && passage
                .Tokens.Skip(i + 1)
                .Take(second.Start - i - 1)
                .All(t => passage.Grammar.PassedOver.Contains(t.Text));
    }

    /// <summary>"My legs feel fine lying down but they give out", "and now it's in my chest": what follows speaks of the same.</summary>
    private bool TurnsToIt(int but, Hit second)
    {
        var next = turns![but];
        return next < second.Start
            && second.Start <= next + FarthestTurn
            && passage.Grammar.Resumes.Contains(passage.Tokens[next].Text)
            && passage.Grammar.Subjects.Contains(passage.Tokens[next].Text);
    }

    /// <summary>"but"; a "just" is none.</summary>
    private bool IsTurn(int i)
    {
        if (turns is null)
        {
            turns = [];
            foreach (var cue in passage.Cues.Where(cue => cue.Kind == CueKind.Ends))
            {
                turns.TryAdd(cue.Hit.Start, cue.Hit.End);
            }
        }

        return turns.ContainsKey(i) && !passage.Grammar.PassedOver.Contains(passage.Tokens[i].Text);
    }

    private static Hit Both(Hit one, Hit other)
    {
        var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
        return second with
        {
            Start = first.Start,
            End = Math.Max(first.End, second.End),
            Words = first.Words | (second.Words << (second.Start - first.Start)),
        };
    }
}
