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
        if (Numbers.Count == 0 && Dictated() is { } dictated)
        {
            Numbers.Add(dictated);
        }
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

    /// <summary>"for", "its a to": a number's sound and nothing else of weight.</summary>
    private NumberAt? Dictated()
    {
        var only = null as NumberAt;
        for (var i = 0; i < Tokens.Count; i++)
        {
            var word = Tokens[i].Text;
            if (
                Words.Dictated.TryGetValue(word, out var value)
                && Words.Values.GetValueOrDefault(word, -1) is -1 or 0 or 1
            )
            {
                if (only is not null)
                {
                    return null;
                }

                only = new NumberAt(value, i, i + 1) { InWords = true };
            }
            else if (!IsLight(word) && !Lexicon.Grammar.Courtesies.Contains(word))
            {
                return null;
            }
        }

        return only;
    }

    private bool IsLight(string word) =>
        word.Length < 3
        || Lexicon.Grammar.PassedOver.Contains(word)
        || Lexicon.Grammar.Or.Contains(word)
        || Lexicon.Grammar.And.Contains(word)
        || Lexicon.Grammar.Owners.Contains(word)
        || Lexicon.Grammar.Being.Contains(word);
}
