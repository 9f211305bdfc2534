using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Numbers;

/// <summary>What makes a whole number more exact: "point five", "and a half", "two thirds", "½".</summary>
internal sealed class Decimals(List<Token> tokens, NumberWords words, WholeNumbers wholes)
{
    private const int MostDigits = 6;

    /// <summary>The number with its decimals or its fraction.</summary>
    public NumberAt After(NumberAt whole)
    {
        if (Denominator(whole.End) is > 1 and var parts && !Counts(whole))
        {
            return whole.Value < 20 ? Alone(whole.Start) ?? Divided(whole, parts) : Divided(whole, parts);
        }

        if (!whole.HasDecimals && wholes.At(whole.End, words.Point) && Spoken(whole) is { } spoken)
        {
            return spoken;
        }

        if (SaidWithoutPoint(whole) is { } said)
        {
            return said;
        }

        var vulgar = whole.End < tokens.Count ? Digits.Vulgar(tokens[whole.End].Text) : null;
        if (vulgar is { } part && !whole.HasDecimals)
        {
            return whole with { Value = whole.Value + part, End = whole.End + 1, HasDecimals = true };
        }

        if ((WrittenHalf(whole) ?? Tenths(whole) ?? BehindDegrees(whole)) is { } exact)
        {
            return exact;
        }

        var next = whole.End;
        var joined = wholes.At(next, words.And) || wholes.At(next, words.Point) ? next + 1 : next;
        if (joined == next || Fraction(joined) is not { } fraction)
        {
            return whole;
        }

        // "Three million and a half" is half a million more, and "five and a half million" five and a half of them.
        var scale = ScaleAt(fraction.End);
        var value =
            scale is null ? whole.Value + (fraction.Value * (whole.Scale ?? 1))
            : whole.Scale is null ? (whole.Value + fraction.Value) * scale.Value
            : whole.Value + (fraction.Value * scale.Value);
        return whole with { Value = value, End = scale is null ? fraction.End : fraction.End + 1, HasDecimals = true };
    }

    /// <summary>A fraction on its own: "half a dozen", "a fifth", "two thirds of a million".</summary>
    public NumberAt? Alone(int i)
    {
        if (Fraction(i) is not { } fraction)
        {
            return null;
        }

        var next = wholes.At(fraction.End, words.OutOf) ? fraction.End + 1 : fraction.End;
        next = wholes.At(next, words.Article) ? next + 1 : next;
        return ScaleAt(next) is { } scale ? fraction with { Value = fraction.Value * scale, End = next + 1 } : fraction;
    }

    private long? ScaleAt(int i) =>
        i < tokens.Count && words.Scales.TryGetValue(tokens[i].Text, out var scale) ? scale : null;

    /// <summary>
    /// "treinta y siete uno", "treinta y ocho y seis", "ninety nine six": of body temperatures, and of nothing else, the tenth
    /// follows bare or behind an "and".
    /// </summary>
    private NumberAt? SaidWithoutPoint(NumberAt whole)
    {
        var at = whole.Value % 10 != 0 && wholes.At(whole.End, words.And) ? whole.End + 1 : whole.End;
        var reads =
            whole is { InWords: true, HasDecimals: false, Scale: null }
            && whole.Value is (>= 35 and <= 41) or (>= 96 and <= 105)
            && at < tokens.Count
            && tokens[at].Before == Break.None
            && tokens[at].Kind == TokenKind.Word;
        if (!reads || Digit(at) is not (> 0 and var tenth))
        {
            return null;
        }

        var next = at + 1;
        var stands =
            next >= tokens.Count || tokens[next].Before != Break.None || words.Degrees.Contains(tokens[next].Text);
        return stands ? whole with { Value = whole.Value + (tenth / 10), End = next, HasDecimals = true } : null;
    }

    /// <summary>"38 y 1/2"; without the "and" a slash is a scale or a date.</summary>
    private NumberAt? WrittenHalf(NumberAt whole)
    {
        var i = whole.End + 1;
        var written =
            !whole.HasDecimals
            && wholes.At(whole.End, words.And)
            && i + 2 < tokens.Count
            && tokens[i].Text == "1"
            && tokens[i + 1].Text == "/"
            && tokens[i + 2].Text == "2";
        return written ? whole with { Value = whole.Value + 0.5m, End = i + 3, HasDecimals = true } : null;
    }

    /// <summary>"36 y 4 décimas", "38 grados y dos décimas".</summary>
    private NumberAt? Tenths(NumberAt whole)
    {
        var and = whole.End;
        while (wholes.At(and, words.Degrees))
        {
            and++;
        }

        var i = and + 1;
        var told = !whole.HasDecimals && wholes.At(and, words.And) && i + 1 < tokens.Count && Denominator(i + 1) == 10;
        return told && OneToNine(i) is > 0 and var tenths
            ? whole with
            {
                Value = whole.Value + (tenths / 10),
                End = i + 2,
                HasDecimals = true,
            }
            : null;
    }

    /// <summary>"38º4": the degrees stand where the point does.</summary>
    private NumberAt? BehindDegrees(NumberAt whole)
    {
        var i = whole.End + 1;
        var told =
            !whole.HasDecimals
            && !whole.InWords
            && i < tokens.Count
            && tokens[whole.End].Text == "\u00B0"
            && tokens[i].Text is [>= '0' and <= '9']
            && tokens[whole.End].Start == tokens[whole.End - 1].End
            && tokens[i].Start == tokens[whole.End].End;
        return told
            ? whole with
            {
                Value = whole.Value + ((tokens[i].Text[0] - '0') / 10m),
                End = i + 1,
                HasDecimals = true,
            }
            : null;
    }

    /// <summary>"a half", "half", "one half", "two thirds", "un cuarto".</summary>
    private NumberAt? Fraction(int i)
    {
        var counted = wholes.Value(i, out var count) && count is > 0 and < 20;
        var at = counted || wholes.At(i, words.Article) ? i + 1 : i;
        if (wholes.At(at, words.Half) && (!counted || count == 1))
        {
            return new NumberAt(0.5m, i, at + 1) { InWords = true, HasDecimals = true };
        }

        return at > i && Denominator(at) is > 1 and var parts
            ? new NumberAt((counted ? count : 1) / (decimal)parts, i, at + 1) { InWords = true, HasDecimals = true }
            : null;
    }

    /// <summary>"One hundred and three quarters" is 100¾, "a hundred and thirty fifths" 26.</summary>
    private static NumberAt Divided(NumberAt whole, int parts)
    {
        var value =
            whole.Joined is { } part && part < parts ? whole.Value - part + (part / parts) : whole.Value / parts;
        return whole with { Value = value, End = whole.End + 1, HasDecimals = true };
    }

    /// <summary>"point zero three", "point 5", "con cincuenta".</summary>
    private NumberAt? Spoken(NumberAt whole)
    {
        var (value, place, i) = (0m, 1m, whole.End + 1);
        for (; i < tokens.Count && i - whole.End <= MostDigits && Digit(i) is { } digit; i++)
        {
            place /= 10;
            value += digit * place;
        }

        if (i > whole.End + 1)
        {
            return whole with { Value = whole.Value + value, End = i, HasDecimals = true };
        }

        if (
            wholes.ReadAt(i) is not { } spoken
            || spoken.Value != decimal.Truncate(spoken.Value)
            || Fraction(i) is not null
        )
        {
            return null;
        }

        var below = spoken.Value;
        while (below >= 1)
        {
            below /= 10;
        }

        return whole with
        {
            Value = whole.Value + below,
            End = spoken.End,
            HasDecimals = true,
        };
    }

    private decimal? Digit(int i)
    {
        if (tokens[i].Kind == TokenKind.Number)
        {
            return tokens[i].Text is [>= '0' and <= '9' and var digit] ? digit - '0' : null;
        }

        var followed = wholes.At(i + 1, words.Half) || Denominator(i + 1) > 1 || wholes.At(i + 1, words.And);
        return wholes.Value(i, out var value) && value < 10 && !followed ? value : null;
    }

    private decimal OneToNine(int i) =>
        tokens[i].Text is [>= '1' and <= '9' and var digit] ? digit - '0'
        : wholes.Value(i, out var value) && value < 10 ? value
        : 0;

    private int Denominator(int i) =>
        i < tokens.Count && tokens[i].Before == Break.None && words.Fractions.TryGetValue(tokens[i].Text, out var parts)
            ? parts
            : 0;

    /// <summary>"The 2 third graders": after digits an ordinal counts nothing.</summary>
    private static bool Counts(NumberAt whole) => !whole.InWords;
}
