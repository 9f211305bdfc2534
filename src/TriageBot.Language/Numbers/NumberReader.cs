using System.Globalization;
using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Numbers;

/// <summary>Reads numbers in digits and in words: "101.5", "38,6", "7/10", "one oh one point five", "thirty eight and a half".</summary>
internal sealed class NumberReader(IReadOnlyList<Token> tokens, NumberWords words)
{
    /// <summary>All numbers in order; a ratio of ten and a range become one number each.</summary>
    public static List<NumberAt> Read(IReadOnlyList<Token> tokens, NumberWords words)
    {
        var reader = new NumberReader(tokens, words);
        var numbers = new List<NumberAt>();
        for (var i = 0; i < tokens.Count; )
        {
            if (reader.ReadAt(i) is not { } number)
            {
                i++;
                continue;
            }

            number = reader.Score(number);
            if (numbers.Count > 0 && reader.IsRange(numbers[^1], number))
            {
                number = number with { Start = numbers[^1].Start, Value = Math.Max(numbers[^1].Value, number.Value) };
                numbers.RemoveAt(numbers.Count - 1);
            }

            numbers.Add(number);
            i = number.End;
        }

        return numbers;
    }

    private NumberAt? ReadAt(int i) => tokens[i].Kind == TokenKind.Number ? ReadDigits(i) : ReadWords(i);

    private NumberAt? ReadDigits(int i)
    {
        if (Parse(tokens[i].Text) is not { } value)
        {
            return null;
        }

        return Decimals(
            new NumberAt(value, i, i + 1) { HasDecimals = value != decimal.Truncate(value) || HasPoint(tokens[i].Text) }
        );
    }

    private static bool HasPoint(string digits) => digits.Contains('.', StringComparison.Ordinal);

    /// <summary>A comma before three digits groups thousands; any other one is a decimal comma.</summary>
    private static decimal? Parse(string digits)
    {
        if (digits.Length > 15)
        {
            return null;
        }

        var comma = digits.IndexOf(',', StringComparison.Ordinal);
        var groups = comma > 0 && digits.Length - comma == 4 && digits.IndexOf('.', StringComparison.Ordinal) < 0;
        var plain = groups ? digits.Replace(",", "", StringComparison.Ordinal) : digits.Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    private NumberAt? ReadWords(int i)
    {
        if (!Value(i, out var first))
        {
            return words.Hundred.Contains(tokens[i].Text) ? AfterHundred(i, 100, i + 1) : null;
        }

        var next = i + 1;
        decimal value = first;
        if (first is > 0 and < 10 && At(next, words.Hundred))
        {
            return AfterHundred(i, first * 100, next + 1);
        }

        // "one oh one": digits said one by one.
        if (
            first is > 0 and < 10
            && Value(next, out var zero)
            && zero == 0
            && Value(next + 1, out var last)
            && last < 10
        )
        {
            value = (first * 100) + last;
            next += 2;
        }
        else if (first == 100)
        {
            return AfterHundred(i, 100, next);
        }
        else if (first is >= 20 and < 100 && first % 10 == 0)
        {
            var unit =
                At(next, words.And) && Value(next + 1, out var joined) && joined is > 0 and < 10 ? next + 1 : next;
            if (Value(unit, out var units) && units is > 0 and < 10)
            {
                value += units;
                next = unit + 1;
            }
        }

        return Decimals(new NumberAt(value, i, next) { InWords = true });
    }

    private NumberAt? AfterHundred(int start, decimal value, int next)
    {
        var tens = At(next, words.And) ? next + 1 : next;
        if (
            tens < tokens.Count
            && Value(tens, out var rest)
            && rest < 100
            && ReadWords(tens) is { } below
            && below.Value < 100
        )
        {
            return below with { Start = start, Value = value + below.Value };
        }

        return Decimals(new NumberAt(value, start, next) { InWords = true });
    }

    /// <summary>"point five" and "and a half" behind a number.</summary>
    private NumberAt Decimals(NumberAt whole)
    {
        var next = whole.End;
        if (!whole.HasDecimals && At(next, words.Point) && Digit(next + 1) is { } tenth)
        {
            return whole with { Value = whole.Value + (tenth / 10m), End = next + 2, HasDecimals = true };
        }

        var half = At(next, words.And) ? next + 1 : next;
        half = At(half, words.Article) ? half + 1 : half;
        if (half > next && At(half, words.Half))
        {
            return whole with { Value = whole.Value + 0.5m, End = half + 1, HasDecimals = true };
        }

        return whole;
    }

    private decimal? Digit(int i)
    {
        if (i < tokens.Count && tokens[i].Kind == TokenKind.Number && tokens[i].Text.Length == 1)
        {
            return tokens[i].Text[0] - '0';
        }

        return Value(i, out var value) && value < 10 ? value : null;
    }

    private NumberAt Score(NumberAt number)
    {
        var next = number.End;
        var slash = next < tokens.Count && tokens[next].Text == "/";
        var end = slash ? next + 1 : SkipOutOf(next);
        if (end > next && end < tokens.Count && ReadAt(end) is { Value: 10 } ten)
        {
            return number with { End = ten.End, IsScore = true };
        }

        return number;
    }

    private int SkipOutOf(int i)
    {
        var end = i;
        while (end < tokens.Count && end - i < 2 && words.OutOf.Contains(tokens[end].Text))
        {
            end++;
        }

        return end;
    }

    private bool IsRange(NumberAt low, NumberAt high)
    {
        if (high.Start == low.End + 1 && (tokens[low.End].Text == "-" || At(low.End, words.To)))
        {
            // "1-3" may be a list as well as a range: only "to" and a score tell.
            return high.Value > low.Value && tokens[low.End].Before == Break.None;
        }

        return high.Start == low.End + 1 && At(low.End, words.And) && low.Start > 0 && At(low.Start - 1, words.Between);
    }

    private bool At(int i, HashSet<string> set) => i < tokens.Count && set.Contains(tokens[i].Text);

    private bool Value(int i, out int value)
    {
        value = 0;
        return i < tokens.Count
            && tokens[i].Kind == TokenKind.Word
            && words.Values.TryGetValue(tokens[i].Text, out value);
    }
}
