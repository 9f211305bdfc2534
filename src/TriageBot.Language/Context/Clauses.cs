using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>Where the statements of a text begin and end.</summary>
internal sealed class Clauses
{
    private readonly int[] clause;
    private readonly int[] sentence;
    private readonly int[] sentenceEnd;

    /// <summary>A text without full stops is cut here, so that the work stays in proportion to its length.</summary>
    private const int LongestSentence = 200;

    private Clauses(int[] clause, int[] sentence)
    {
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

        return new Clauses(clause, sentence);
    }

    /// <summary>", she …" and "and my …": a comma or an "and" with a subject behind it.</summary>
    private static bool BeginsStatement(Passage passage, int i)
    {
        var grammar = passage.Grammar;
        var word = passage.Tokens[i].Text;
        if (passage.Tokens[i].Before == Break.Comma)
        {
            return IsSubject(word)
                || (
                    grammar.And.Contains(word) && i + 1 < passage.Tokens.Count && IsSubject(passage.Tokens[i + 1].Text)
                );
        }

        return grammar.And.Contains(word) && i + 1 < passage.Tokens.Count && IsSubject(passage.Tokens[i + 1].Text);

        bool IsSubject(string w) => grammar.Subjects.Contains(w) || grammar.Owners.Contains(w);
    }
}
