using System.Collections.Frozen;
using TriageBot.Language.Words;
using TriageBot.Protocols.Reading;

namespace TriageBot.Language.Lexicons;

/// <summary>Reads the plain word lists of a lexicon: a list, or one text with blanks between the words.</summary>
internal static class WordLists
{
    public static HashSet<string> Set(Node node) => new(Words(node), StringComparer.Ordinal);

    public static List<string> Words(Node node)
    {
        var words = new List<string>();
        foreach (var item in node.Items)
        {
            foreach (var word in (item.Scalar ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add(Folding.Word(word));
            }
        }

        return words;
    }

    /// <summary>A map from a number to the words for it, by word.</summary>
    public static Dictionary<string, int> Numbers(Node node)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, value) in LargeNumbers(node))
        {
            numbers[word] = (int)value;
        }

        return numbers;
    }

    public static Dictionary<string, long> LargeNumbers(Node node)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (key, words) in node.Entries)
        {
            if (!long.TryParse(key, out var value))
            {
                words.Report(LexiconCodes.BadNumber, $"'{key}' must be a whole number, with its words behind it");
                continue;
            }

            foreach (var word in Words(words))
            {
                numbers[word] = value;
            }
        }

        return numbers;
    }
}
