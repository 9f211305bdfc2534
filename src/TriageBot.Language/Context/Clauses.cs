using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>Where the statements of a text begin and end.</summary>
internal sealed class Clauses
{
    private readonly int[] clause;
    private readonly int[] sentence;
    private readonly int[] sentenceEnd;
    private readonly Passage passage;

    private const int LongestAside = 3;

    private const int LongestOpening = 3;

    /// <summary>So many words back a "now" looks for a "last month".</summary>
    private const int LongestPast = 24;

    /// <summary>A text without full stops is cut here, so that the work stays in proportion to its length.</summary>
    private const int LongestSentence = 200;

    private Clauses(Passage passage, int[] clause, int[] sentence)
    {
        this.passage = passage;
        this.clause = clause;
        this.sentence = sentence;
        sentenceEnd = new int[sentence.Length];
        for (var i = sentence.Length - 1; i >= 0; i--)
        {
            var last = i == sentence.Length - 1 || sentence[i + 1] != sentence[i];
            sentenceEnd[i] = last ? i + 1 : sentenceEnd[i + 1];
        }
    }

    /// <summary>Index after the last token of the sentence that a token stands in.</summary>
    public int EndOfSentence(int token) => sentenceEnd[token];

    public int ClauseOf(int token) => clause[token];

    public int SentenceOf(int token) => sentence[token];

    /// <summary>True where the sentence of a token begins with an "it" or "that", which speaks of what the last one named.</summary>
    public bool OpensWithIt(int token)
    {
        while (token > 0 && sentence[token - 1] == sentence[token])
        {
            token--;
        }

        return passage.Grammar.Resumes.Contains(passage.Tokens[token].Text);
    }

    /// <summary>True where the clause of a token begins with an "it" or "that", perhaps behind a "but".</summary>
    public bool SpeaksBack(int token)
    {
        while (token > 0 && clause[token - 1] == clause[token])
        {
            token--;
        }

        return IsIt(token) || (token + 1 < clause.Length && clause[token + 1] == clause[token] && IsIt(token + 1));

        // "That was last winter", and not "that foot".
        bool IsIt(int i) =>
            passage.Grammar.SpeaksBack.Contains(passage.Tokens[i].Text)
            && i + 1 < passage.Tokens.Count
            && passage.Grammar.Being.Contains(passage.Tokens[i + 1].Text);
    }

    /// <summary>
    /// True where a clause tells, up to a token, of the writer and of nothing named before: "I have had high blood pressure for
    /// years" behind another sentence, and not "I have always had it".
    /// </summary>
    public bool IsOfTheWriter(int token)
    {
        var grammar = passage.Grammar;
        var own = false;
        for (var i = token; i >= 0 && clause[i] == clause[token]; i--)
        {
            var word = passage.Tokens[i].Text;
            if (grammar.Resumes.Contains(word) && !grammar.FirstPerson.Contains(word))
            {
                return false;
            }

            own |= grammar.FirstPerson.Contains(word) && grammar.Subjects.Contains(word);
        }

        return own;
    }

    public bool SameClause(int a, int b) => clause[a] == clause[b];

    public bool SameSentence(int a, int b) => sentence[a] == sentence[b];

    public static Clauses Of(Passage passage)
    {
        var tokens = passage.Tokens;
        var ends = passage.Cues.Where(cue => cue.Kind == CueKind.Ends).Select(cue => cue.Hit.Start).ToHashSet();
        var clause = new int[tokens.Count];
        var sentence = new int[tokens.Count];
        var start = 0;
        for (var i = 1; i < tokens.Count; i++)
        {
            var newSentence = tokens[i].Before == Break.Sentence || i - start >= LongestSentence;
            var newClause =
                newSentence || tokens[i].Before == Break.Clause || ends.Contains(i) || BeginsStatement(passage, i);
            clause[i] = clause[i - 1] + (newClause ? 1 : 0);
            sentence[i] = sentence[i - 1] + (newSentence ? 1 : 0);
            start = newSentence ? i : start;
        }

        return new Clauses(passage, clause, sentence);
    }

    /// <summary>
    /// ", I guess, …", ", the right one, …": two or three words between commas that begin with a subject and name no finding or
    /// place; what stands on either side is one statement.
    /// </summary>
    public static bool IsAside(Passage passage, int i)
    {
        var tokens = passage.Tokens;
        var opens =
            passage.Grammar.Subjects.Contains(tokens[i].Text) || passage.Grammar.Owners.Contains(tokens[i].Text);
        if (tokens[i].Before != Break.Comma || !opens)
        {
            return false;
        }

        for (var end = i + 1; end <= i + LongestAside && end < tokens.Count; end++)
        {
            if (tokens[end].Before == Break.Comma)
            {
                return end > i + 1
                    && !passage.FindingsBetween(i, end).Any()
                    && !passage.CuesBetween(i, end).Any(cue => cue.Kind != CueKind.Doubts)
                    && !Placed.Between(passage.Places, i, end).Any();
            }

            if (tokens[end].Before > Break.Comma)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>", she …" and "and my …": a comma or an "and" with a subject behind it.</summary>
    private static bool BeginsStatement(Passage passage, int i)
    {
        var grammar = passage.Grammar;
        var word = passage.Tokens[i].Text;
        var afterComma = passage.Tokens[i].Before == Break.Comma;
        if (afterComma && IsSubject(word))
        {
            return !IsAside(passage, i);
        }

        if (
            (afterComma && (TellsAnew() || ComesToNow() || OpensWithTime(i)))
            || (grammar.And.Contains(word) && OpensWithTime(i + 1))
        )
        {
            return true;
        }

        return grammar.And.Contains(word) && i + 1 < passage.Tokens.Count && IsSubject(passage.Tokens[Next()].Text);

        // ", and today I …"
        int Next()
        {
            var next = i + 1;
            while (
                passage.Tokens[i].Before == Break.Comma
                && next < i + LongestOpening
                && next + 1 < passage.Tokens.Count
                && !IsSubject(passage.Tokens[next].Text)
                && grammar.PassedOver.Contains(passage.Tokens[next].Text)
            )
            {
                next++;
            }

            return next;
        }

        // ", had a bypass in 2003", but not ", had it in 2003"
        bool TellsAnew() =>
            grammar.TellsAnew.Contains(word)
            && i + 1 < passage.Tokens.Count
            && passage.Tokens[i + 1].Before == Break.None
            && !grammar.Resumes.Contains(passage.Tokens[i + 1].Text);

        // "Last month I could walk, now …"
        bool ComesToNow() =>
            grammar.Nows.Contains(word)
            && passage.CuesBetween(i - LongestPast, i).Any(cue => cue.Kind == CueKind.LongAgo);

        // "and last month I …", ", before the procedure all I …": the time is that of what follows.
        bool OpensWithTime(int at) =>
            passage
                .CuesBetween(at, at + 1)
                .Any(cue =>
                    cue.Kind is CueKind.LongAgo or CueKind.Recent
                    && passage.Tokens.Skip(cue.Hit.End).Take(2).Any(token => IsSubject(token.Text))
                );

        bool IsSubject(string w) => grammar.Subjects.Contains(w) || grammar.Owners.Contains(w);
    }
}
