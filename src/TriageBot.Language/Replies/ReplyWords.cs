using TriageBot.Language.Lexicons;
using TriageBot.Language.Numbers;
using TriageBot.Language.Words;

namespace TriageBot.Language.Replies;

/// <summary>The words and numbers of a reply, in the language that it was read in.</summary>
internal sealed class ReplyWords
{
    private ReplyWords(Lexicon lexicon, List<Token> tokens)
    {
        Lexicon = lexicon;
        Tokens = tokens;
        Numbers = NumberReader.Read(tokens, lexicon.Numbers);
    }

    public Lexicon Lexicon { get; }

    public List<Token> Tokens { get; }

    public List<NumberAt> Numbers { get; }

    public NumberWords Words => Lexicon.Numbers;

    public static ReplyWords Of(PatientReader reader, string language, string text)
    {
        var lexicon = reader.Lexicons.Lexicons.First(l => l.Language == language);
        return new ReplyWords(
            lexicon,
            Preparation.Prepare(Tokenizer.Cut(text), lexicon, correct: true, mostCorrections: 50)
        );
    }

    /// <summary>The words of an option's label that mean something.</summary>
    public HashSet<string> Content(string label) =>
        Preparation
            .Prepare(Tokenizer.Cut(label), Lexicon, correct: false, mostCorrections: 0)
            .Where(token => token.Kind == TokenKind.Word && !IsLight(token.Text))
            .Select(token => token.Text)
            .ToHashSet(StringComparer.Ordinal);

    public bool Any(HashSet<string> set) => Tokens.Exists(token => set.Contains(token.Text));

    private bool IsLight(string word) =>
        word.Length < 3
        || Lexicon.Grammar.PassedOver.Contains(word)
        || Lexicon.Grammar.Or.Contains(word)
        || Lexicon.Grammar.And.Contains(word)
        || Lexicon.Grammar.Owners.Contains(word)
        || Lexicon.Grammar.Being.Contains(word);
}
