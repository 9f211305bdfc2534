using TriageBot.Language.Words;

namespace TriageBot.Language.Replies;

/// <summary>Reads the numbers of options out of a reply: "1", "1,3 and 5", "the first two", "none but 2", "2 my chest hurts".</summary>
internal sealed class OptionNumbers
{
    private OptionNumbers(List<int> chosen, bool all, bool understood)
    {
        Chosen = chosen;
        IsAll = all;
        IsUnderstood = understood;
    }

    /// <summary>Numbers as they were sent; 0 and 9 and numbers that no option has included.</summary>
    public List<int> Chosen { get; }

    /// <summary>True for "all of them", "both".</summary>
    public bool IsAll { get; }

    /// <summary>False where a number was sent that stands for nothing on the list.</summary>
    public bool IsUnderstood { get; }

    public static OptionNumbers Read(ReplyWords words, int options)
    {
        var chosen = new List<int>();
        var understood = true;
        foreach (var (value, start) in Candidates(words).ToList())
        {
            if (!Counts(words, start))
            {
                continue;
            }

            if (value <= options || value is 0 or 9)
            {
                chosen.Add(value);
            }
            else
            {
                understood = false;
            }
        }

        chosen.AddRange(Ordinals(words, options));
        var all =
            chosen.Count == 0
            && (words.Any(words.Words.AllOf) || (options == 2 && words.Any(words.Words.BothOf)))
            && words.Tokens.TrueForAll(token =>
                IsOfAChoice(words, token)
                || words.Words.AllOf.Contains(token.Text)
                || words.Words.BothOf.Contains(token.Text)
            );
        return new OptionNumbers(chosen, all, understood);
    }

    /// <summary>Every whole number; "1,3" and "1.3" are two of them here, and "1-3" as well.</summary>
    private static IEnumerable<(int Value, int Token)> Candidates(ReplyWords words)
    {
        foreach (var (token, i) in words.Tokens.Select((token, i) => (token, i)))
        {
            if (token.Kind == TokenKind.Number)
            {
                foreach (var part in token.Text.Split('.', ','))
                {
                    if (int.TryParse(part, out var value))
                    {
                        yield return (value, i);
                    }
                }
            }
            else if (words.Words.Values.TryGetValue(token.Text, out var spoken) && spoken < 20)
            {
                yield return (spoken, i);
            }
        }
    }

    /// <summary>A number counts where only words of a choice stand before it, or "number"; "for 2 days" and "7/10" do not.</summary>
    private static bool Counts(ReplyWords words, int at)
    {
        var after = at + 1 < words.Tokens.Count ? words.Tokens[at + 1] : default;
        if (
            after.Text is not null
            && (
                after.Text is "/" or "%" or "\u00B0"
                || words.Words.HoursIn.ContainsKey(after.Text)
                || words.Words.Degrees.Contains(after.Text)
            )
        )
        {
            return false;
        }

        if (at > 0 && (words.Tokens[at - 1].Text == "/" || words.Words.OutOf.Contains(words.Tokens[at - 1].Text)))
        {
            return false;
        }

        return words.Tokens.Take(at).All(token => IsOfAChoice(words, token))
            || (at > 0 && words.Words.Naming.Contains(words.Tokens[at - 1].Text));
    }

    private static bool IsOfAChoice(ReplyWords words, Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Sign or TokenKind.Emoji
        || words.Words.Values.ContainsKey(token.Text)
        || words.Words.Among.Contains(token.Text)
        || words.Words.Except.Contains(token.Text)
        || words.Words.Naming.Contains(token.Text)
        || words.Lexicon.Grammar.Courtesies.Contains(token.Text)
        || words.Lexicon.Grammar.PassedOver.Contains(token.Text)
        || words.Lexicon.Grammar.And.Contains(token.Text)
        || words.Lexicon.Grammar.Or.Contains(token.Text);

    /// <summary>"the second one", "the first two", "the last one".</summary>
    private static IEnumerable<int> Ordinals(ReplyWords words, int options)
    {
        for (var i = 0; i < words.Tokens.Count; i++)
        {
            if (!words.Words.Ordinals.TryGetValue(words.Tokens[i].Text, out var place) || !IsShort(words))
            {
                continue;
            }

            var first = place < 0 ? options : place;
            var next = i + 1 < words.Tokens.Count ? words.Tokens[i + 1].Text : "";
            var count =
                words.Words.Values.TryGetValue(next, out var many) || int.TryParse(next, out many)
                    ? Math.Clamp(many, 1, options)
                    : 1;
            foreach (
                var number in Enumerable.Range(place < 0 ? options - count + 1 : first, count).Where(n => n <= options)
            )
            {
                yield return number;
            }
        }
    }

    private static bool IsShort(ReplyWords words) => words.Tokens.Count <= 8;
}
