using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Numbers;

/// <summary>Reads the numbers of a text in order: "101.5", "38,6", "7/10", "one oh one point five", "thirty eight and a half".</summary>
internal sealed class NumberReader
{
    private readonly List<Token> tokens;
    private readonly NumberWords words;
    private readonly WholeNumbers wholes;
    private readonly Decimals decimals;

    private NumberReader(List<Token> tokens, NumberWords words)
    {
        this.tokens = tokens;
        this.words = words;
        wholes = new WholeNumbers(tokens, words);
        decimals = new Decimals(tokens, words, wholes);
    }

    /// <summary>All numbers in order; a ratio of ten and a range become one number each.</summary>
    public static List<NumberAt> Read(List<Token> tokens, NumberWords words)
    {
        var reader = new NumberReader(tokens, words);
        var numbers = new List<NumberAt>();
        for (var i = 0; i < tokens.Count; )
        {
            var mayBegin = tokens[i].Kind == TokenKind.Number || words.Begins.Contains(tokens[i].Text);
            if (!mayBegin || reader.ReadAt(i) is not { } number)
            {
                i++;
                continue;
            }

            i = number.End;
            if (
                number.InWords
                && number.End - number.Start == 1
                && words.Dictated.ContainsKey(tokens[number.Start].Text)
            )
            {
                // The "oh" of "oh yes"; "one oh one" is a number, and so is "oh" where one is asked.
                continue;
            }

            number = reader.Score(number);
            if (numbers.Count > 0 && reader.IsRange(numbers[^1], number))
            {
                var low = numbers[^1];
                number = number with
                {
                    Start = low.Start,
                    Value = Math.Max(low.Value, number.Value),
                    HasDecimals = low.HasDecimals || number.HasDecimals,
                };
                numbers.RemoveAt(numbers.Count - 1);
            }

            numbers.Add(number);
            i = number.End;
        }

        return numbers;
    }

    private NumberAt? ReadAt(int i)
    {
        var number = wholes.ReadAt(i) is { } whole ? decimals.After(whole) : decimals.Alone(i);
        return number is not null && i > 0 && words.Minus.Contains(tokens[i - 1].Text) && tokens[i].Before == Break.None
            ? number with
            {
                Value = -number.Value,
            }
            : number;
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
}
