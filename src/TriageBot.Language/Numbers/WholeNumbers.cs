using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Numbers;

/// <summary>Reads numbers up to their decimals: "102", "one oh one", "a hundred and one", "dos mil trescientos", "3 dozen".</summary>
internal sealed class WholeNumbers(List<Token> tokens, NumberWords words)
{
    /// <summary>The number that begins at a token, or null where none does.</summary>
    public NumberAt? ReadAt(int i)
    {
        var first = GroupAt(i) ?? ArticleBeforeScale(i);
        if (first is null)
        {
            return null;
        }

        // What was multiplied so far: by more than the last scale, and by that one.
        var (above, total, last) = (0m, 0m, decimal.MaxValue);
        var group = first;
        while (ScaleAt(group.End, opens: group.End == i) is > 0 and var scale)
        {
            if (scale < Thousand)
            {
                var counted = group.Joined ?? group.Value;
                return group with
                {
                    Start = i,
                    Value = above + total + group.Value - counted + (counted * scale),
                    End = group.End + 1,
                };
            }

            var end = group.End + 1;
            (above, total) =
                scale < last ? (above + total, group.Value * scale) : (above, (total + group.Value) * scale);

            // "455 mil millones": each further scale multiplies what the one before it made.
            for (last = scale; ScaleAt(end) > last; end++)
            {
                last = ScaleAt(end);
                total *= last;
            }

            var joined = At(end, words.And);
            var next = joined ? end + 1 : end;
            var below = next < tokens.Count && tokens[next].Before == Break.None ? GroupAt(next) : null;
            if (
                below is null
                || below.Value >= last
                || (joined && IsFraction(below))
                || ScaleAt(below.End) >= last && above == 0
            )
            {
                return new NumberAt(above + total, i, end) { InWords = first.InWords, Scale = last };
            }

            group = below with { InWords = first.InWords };
        }

        return group with
        {
            Start = i,
            Value = above + total + group.Value,
        };
    }

    private bool IsFraction(NumberAt group) =>
        At(group.End, words.Half) || (group.End < tokens.Count && words.Fractions.ContainsKey(tokens[group.End].Text));

    /// <summary>A value below a hundred in words.</summary>
    public bool Value(int i, out int value)
    {
        value = 0;
        return i < tokens.Count
            && tokens[i].Kind == TokenKind.Word
            && words.Values.TryGetValue(tokens[i].Text, out value);
    }

    public bool At(int i, HashSet<string> set) => i < tokens.Count && set.Contains(tokens[i].Text);

    private const long Thousand = 1000;

    /// <summary>A scale multiplies what stands right before it; one that opens a number may follow a comma: "ok, mil gracias".</summary>
    private long ScaleAt(int i, bool opens = false) =>
        i < tokens.Count
        && (opens || tokens[i].Before == Break.None)
        && tokens[i].Kind == TokenKind.Word
        && words.Scales.TryGetValue(tokens[i].Text, out var scale)
            ? scale
            : 0;

    /// <summary>"a thousand", "a dozen", and "mil" alone.</summary>
    private NumberAt? ArticleBeforeScale(int i)
    {
        if (At(i, words.Article) && ScaleAt(i + 1) > 0)
        {
            return new NumberAt(1, i, i + 1) { InWords = true };
        }

        return i < tokens.Count && words.BareScales.Contains(tokens[i].Text)
            ? new NumberAt(1, i, i) { InWords = true }
            : null;
    }

    /// <summary>What stands before "thousand" or on its own: up to 999 in words, or digits.</summary>
    private NumberAt? GroupAt(int i)
    {
        if (i >= tokens.Count)
        {
            return null;
        }

        if (tokens[i].Kind == TokenKind.Number)
        {
            return Digits.Parse(tokens[i].Text, words.CommaIsDecimal) is { } value
                ? AfterDigits(
                    new NumberAt(value, i, i + 1)
                    {
                        HasDecimals =
                            value != decimal.Truncate(value) || tokens[i].Text.Contains('.', StringComparison.Ordinal),
                    }
                )
                : null;
        }

        return At(i, words.Article) && At(i + 1, words.Hundred) ? AfterHundred(i, 100, i + 2) : InWords(i);
    }

    /// <summary>"3 hundred and 21".</summary>
    private NumberAt AfterDigits(NumberAt digits) =>
        At(digits.End, words.Hundred)
        && tokens[digits.End].Before == Break.None
        && !words.Values.ContainsKey(tokens[digits.End].Text)
            ? AfterHundred(digits.Start, digits.Value * 100, digits.End + 1) with
            {
                InWords = false,
            }
            : digits;

    private NumberAt? InWords(int i)
    {
        if (!Value(i, out var first))
        {
            return At(i, words.Hundred) ? AfterHundred(i, 100, i + 1) : null;
        }

        var next = i + 1;
        if (first is > 0 and < 10 && At(next, words.Hundred))
        {
            return AfterHundred(i, first * 100, next + 1);
        }

        if (first >= 100)
        {
            return AfterHundred(i, first, next);
        }

        var number = new NumberAt(first, i, next) { InWords = true };

        // "one oh one": digits said one by one.
        if (
            first is > 0 and < 10
            && Value(next, out var zero)
            && zero == 0
            && Value(next + 1, out var last)
            && last < 10
        )
        {
            return number with { Value = (first * 100) + last, End = next + 2 };
        }

        if (first is >= 20 && first % 10 == 0)
        {
            var unit =
                At(next, words.And) && Value(next + 1, out var joined) && joined is > 0 and < 10 ? next + 1 : next;
            if (Value(unit, out var units) && units is > 0 and < 10)
            {
                return number with { Value = first + units, End = unit + 1 };
            }
        }

        return number;
    }

    private NumberAt AfterHundred(int start, decimal value, int next)
    {
        var number = new NumberAt(value, start, next) { InWords = true };
        var joined = At(next, words.And);
        var below = joined ? next + 1 : next;
        if (below >= tokens.Count || tokens[below].Before != Break.None)
        {
            return number;
        }

        var rest =
            tokens[below].Kind == TokenKind.Number && joined && !At(below + 1, words.Hundred)
                ? DigitsBelowHundred(below)
            : Value(below, out var tens) && tens < 100 && !At(below + 1, words.Hundred) ? InWords(below)
            : null;
        return rest is { Value: > 0 and < 100 }
            ? number with
            {
                Value = value + rest.Value,
                End = rest.End,
                Joined = joined ? rest.Value : null,
            }
            : number;
    }

    private NumberAt? DigitsBelowHundred(int i) =>
        tokens[i].Text.Length <= 2 && int.TryParse(tokens[i].Text, out var value)
            ? new NumberAt(value, i, i + 1)
            : null;
}
