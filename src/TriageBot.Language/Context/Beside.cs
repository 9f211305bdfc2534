using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>How findings and cues stand beside each other: as items of a list, as question and answer, as two statements.</summary>
internal sealed class Beside(Passage passage, IReadOnlyDictionary<int, FindingAt> findingAt, ILookup<int, CueAt> cuesAt)
{
    /// <summary>So many words may say where an item of a list is: "tingling in both of my feet".</summary>
    private const int MostInPlace = 3;

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
    private bool IsPlace(int i) =>
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

    /// <summary>"Cough? No. Drainage from the incision? No."</summary>
    public bool IsAnsweredQuestion(FindingAt before, CueAt met)
    {
        var tokens = passage.Tokens;
        var asked = met.Hit.Start - 1;
        return before.Hit.End <= met.Hit.Start
            && asked - before.Hit.End < MostInPlace
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
        var free = before.Hit.End + 1 < met.Hit.Start && IsPlace(before.Hit.End) ? 2 : 0;
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
