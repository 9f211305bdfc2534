using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>Which findings of a text are items of one list: "no redness around the incision, fever or chills".</summary>
internal sealed class ItemLists(
    Passage passage,
    IReadOnlyDictionary<int, FindingAt> findingAt,
    ILookup<int, CueAt> cuesAt
)
{
    /// <summary>So many words may say where an item of a list is: "tingling in both of my feet".</summary>
    public const int MostInPlace = 3;

    /// <summary>True where the words from <paramref name="i"/> on are the next name of a list and not a statement of their own.</summary>
    public bool GoesOn(int i, FindingAt? last = null)
    {
        var tokens = passage.Tokens;
        var isLoose = last is null || !HasPlace(last, i);
        for (var skipped = 0; i < tokens.Count && skipped < 4; i++, skipped++)
        {
            if (findingAt.TryGetValue(i, out var finding))
            {
                var next = finding.Hit.End;
                return (
                        (finding.Entry.IsName && isLoose)
                        || IsListed(finding, i > 0 && passage.Grammar.Or.Contains(tokens[i - 1].Text))
                    ) && !(next < tokens.Count && passage.Grammar.Being.Contains(tokens[next].Text));
            }

            var word = tokens[i].Text;
            // "…, chills, or a cough" is a list; "…, a cough" is a new statement.
            var afterOr = i > 0 && passage.Grammar.Or.Contains(tokens[i - 1].Text);
            if ((passage.Grammar.Asserts.Contains(word) || passage.Grammar.Has.Contains(word)) && !afterOr)
            {
                return false;
            }

            var passes = passage.Grammar.PassedOver.Contains(word) || IsJoining(i);
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

    /// <summary>
    /// "No fever, tingling in my feet or chills": an item in more words than a name has, where an "or" says that the list goes on.
    /// </summary>
    private bool IsListed(FindingAt finding, bool isLast)
    {
        var isItem = finding.Entry.IsName || IsNoun(finding.Hit.Start);
        if (isLast || !isItem)
        {
            return isLast && isItem;
        }

        for (var (i, skipped) = (finding.Hit.End, 0); i < passage.Tokens.Count && skipped <= MostInPlace; i++)
        {
            var token = passage.Tokens[i];
            if (token.Before >= Break.Clause || passage.Grammar.Subjects.Contains(token.Text))
            {
                return false;
            }

            if (passage.Grammar.Or.Contains(token.Text))
            {
                return true;
            }

            if (findingAt.TryGetValue(i, out var next))
            {
                (i, skipped) = (next.Hit.End - 1, 0);
            }
            else if (!passage.Grammar.PassedOver.Contains(token.Text))
            {
                skipped++;
            }
        }

        return false;
    }

    /// <summary>
    /// True where two findings are items of one list, with no more between them than what joins and where the first one is:
    /// "drainage from the incision and chills".
    /// </summary>
    public bool AreItems(FindingAt earlier, FindingAt later)
    {
        var saysThatItIs = Enumerable
            .Range(earlier.Hit.Start, earlier.Hit.Length)
            .Any(i => passage.Grammar.Being.Contains(passage.Tokens[i].Text));
        if (saysThatItIs || (!earlier.Entry.IsName && !IsNoun(earlier.Hit.Start)))
        {
            return false;
        }

        var place = earlier.Hit.End;
        var free = IsPlace(place) ? MostInPlace + 1 : 0;
        for (var i = earlier.Hit.End; i <= later.Hit.Start; i++)
        {
            free = IsJoining(i) ? 0 : free;
            var isJoint =
                i == later.Hit.Start
                || IsJoining(i)
                || passage.Grammar.Asserts.Contains(passage.Tokens[i].Text)
                || free-- > 0;
            if (passage.Tokens[i].Before >= Break.Clause || !isJoint)
            {
                return false;
            }
        }

        return Joined(earlier.Hit.End, later.Hit.Start);
    }

    /// <summary>"The incision, swelling": behind the comma the next item of a list, whose place was named before.</summary>
    public bool NamesBehindComma(FindingAt finding) =>
        Enumerable
            .Range(finding.Hit.Start + 1, finding.Hit.Length - 1)
            .Any(i => passage.Tokens[i].Before == Break.Comma && IsNoun(i));

    /// <summary>"Redness around the incision, …": where a place was named, only an "or" lets the list go on.</summary>
    public bool HasPlace(FindingAt last, int next) =>
        (last.Hit.End < next && IsPlace(last.Hit.End))
        || Enumerable.Range(last.Hit.Start + 1, last.Hit.Length - 1).Any(IsPlace);

    /// <summary>True where nobody says of a finding that it is there: no "I have" or "there is" stands before it.</summary>
    public bool IsBare(FindingAt finding)
    {
        for (var i = finding.Hit.Start - 1; i >= 0; i--)
        {
            if (passage.Tokens[i + 1].Before >= Break.Clause)
            {
                return true;
            }

            var word = passage.Tokens[i].Text;
            if (
                passage.Grammar.Subjects.Contains(word)
                || passage.Grammar.Being.Contains(word)
                || passage.Grammar.Has.Contains(word)
                || cuesAt[i].Any(cue => cue.Kind == CueKind.Ends)
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"and", "or".</summary>
    public bool IsJoining(int i) =>
        passage.Grammar.And.Contains(passage.Tokens[i].Text) || passage.Grammar.Or.Contains(passage.Tokens[i].Text);

    private bool IsNoun(int i) => passage.Grammar.Nouns.Contains(passage.Tokens[i].Text);

    /// <summary>"in my …", "from the …".</summary>
    public bool IsPlace(int i) =>
        i + 1 < passage.Tokens.Count
        && passage.Tokens[i].Before == Break.None
        && passage.Grammar.BeforePlaces.Contains(passage.Tokens[i].Text)
        && passage.Grammar.Owners.Contains(passage.Tokens[i + 1].Text);

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

    /// <summary>True where a comma, an "and" or an "or" stands between two tokens or before the second.</summary>
    public bool Joined(int from, int to)
    {
        for (var i = from; i <= to && i < passage.Tokens.Count; i++)
        {
            if (passage.Tokens[i].Before == Break.Comma || IsJoining(i))
            {
                return true;
            }
        }

        return false;
    }
}
