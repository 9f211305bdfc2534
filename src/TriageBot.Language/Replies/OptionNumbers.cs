using TriageBot.Language.Words;

namespace TriageBot.Language.Replies;

/// <summary>Reads the numbers of options out of a reply: "1", "1,3 and 5", "the first two", "none but 2", "2 my chest hurts".</summary>
internal sealed class OptionNumbers
{
    private OptionNumbers(List<int> chosen, bool dropped, bool all, bool understood)
    {
        Chosen = chosen;
        HasDropped = dropped;
        IsAll = all;
        IsUnderstood = understood;
    }

    /// <summary>Numbers as they were sent; 0 and 9 and numbers that no option has included.</summary>
    public List<int> Chosen { get; }

    /// <summary>
    /// True where the number of an option stands behind words that are not of a choice ("not today but yesterday 1"): it may
    /// have been meant, so the reply is no "none".
    /// </summary>
    public bool HasDropped { get; }

    /// <summary>True for "all of them", "both".</summary>
    public bool IsAll { get; }

    /// <summary>False where a number was sent that stands for nothing on the list.</summary>
    public bool IsUnderstood { get; }

    public static OptionNumbers Read(ReplyWords words, int options)
    {
        var chosen = new List<int>();
        var understood = true;
        var dropped = false;
        foreach (var (value, start) in Candidates(words).ToList())
        {
            if (IsMeasure(words, start))
            {
                continue;
            }

            if (!Counts(words, start))
            {
                // "Not one" is no number.
                dropped |= value >= 1 && value <= options && words.Tokens[start].Kind == TokenKind.Number;
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
        return new OptionNumbers(chosen, dropped, all, understood);
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

    /// <summary>"2 days", "7/10", "38 degrees".</summary>
    private static bool IsMeasure(ReplyWords words, int at)
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
            return true;
        }

        return at > 0 && (words.Tokens[at - 1].Text == "/" || words.Words.OutOf.Contains(words.Tokens[at - 1].Text));
    }

    /// <summary>A number counts where only words of a choice stand before it, or "number".</summary>
    private static bool Counts(ReplyWords words, int at) =>
        words.Tokens.Take(at).All(token => IsOfAChoice(words, token))
        || (at > 0 && words.Words.Naming.Contains(words.Tokens[at - 1].Text));

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
            if (
                !words.Words.Ordinals.TryGetValue(words.Tokens[i].Text, out var place)
                || !IsShort(words)
                || OfDays(words, i)
            )
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

    /// <summary>"the second day", "the last 2 days".</summary>
    private static bool OfDays(ReplyWords words, int at) =>
        words.Tokens.Skip(at + 1).Take(2).Any(token => words.Words.HoursIn.ContainsKey(token.Text));

    private static bool IsShort(ReplyWords words) => words.Tokens.Count <= 8;
}
