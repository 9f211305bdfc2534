using System.Globalization;

namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>Reads one number that starts at a given word: "minus two hundred and five point three".</summary>
internal sealed class SpokenNumber(IReadOnlyList<Lexeme> lexemes, NumberWords words, string? locale, bool withUnits)
{
    private decimal closed; // what stands before the last "thousand", "million" …
    private decimal open; // what is counted since
    private decimal lastMultiplier;
    private bool started;
    private bool startsWithDigits;
    private bool endsWithDigits;

    /// <summary>After reading: the index of the first word that is not part of the number.</summary>
    public int Position { get; private set; }

    public decimal? Read(int position)
    {
        Position = position;
        lastMultiplier = decimal.MaxValue;
        var negative = At(Position) is { } sign && words.Minus.Contains(sign.Word);
        if (negative)
        {
            Position++;
        }

        try
        {
            while (TakeDigits() || TakeSmall() || TakeMultiplier() || TakeJoiner()) { }
            if (!started)
            {
                return null;
            }

            var value = closed + open + (TakeHalf() ? 0.5m : TakeDecimals());
            return negative ? -value : value;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Whether the digits at <paramref name="start"/> follow a minus sign that is no hyphen.</summary>
    public bool HasMinusSign(string text, int start) =>
        startsWithDigits
        && start > 0
        && text[start - 1] is '-' or '−'
        && (start == 1 || char.IsWhiteSpace(text[start - 2]) || text[start - 2] == '(');

    private bool TakeDigits()
    {
        if (started || At(Position) is not { IsDigits: true } digits || !StandsFree(Position))
        {
            return false;
        }

        if (Numeral.Read(digits.Text, locale) is not { } value)
        {
            return false;
        }

        open = value;
        startsWithDigits = true;
        endsWithDigits = true;
        return Take();
    }

    // "L1" is a vertebra and "2nd" a position; "5km" is a number only where units are asked for.
    private bool StandsFree(int position)
    {
        var touchesWord = position > 0 && lexemes[position].Gap.Length == 0;
        var next = position + 1 < lexemes.Count ? lexemes[position + 1] : null;
        var suffix = next is { Gap.Length: 0 } ? next.Word : null;
        return !touchesWord && (suffix is null || (withUnits && !words.OrdinalSuffixes.Contains(suffix)));
    }

    private bool TakeSmall()
    {
        if (
            At(Position) is not { } lexeme
            || !words.Small.TryGetValue(lexeme.Word, out var value)
            || !Fits(value)
            || (!started && IsArticle(Position))
        )
        {
            return false;
        }

        open += value;
        return Take();
    }

    // "un dolor" is not one pain; "un", said alone, and "treinta y un" are numbers.
    private bool IsArticle(int position) => words.Articles.Contains(lexemes[position].Word) && lexemes.Count > 1;

    private bool Fits(int value) =>
        !started
        || (
            !endsWithDigits
            && (
                (open == 0 && closed > 0)
                || (open >= 100 && open % 100 == 0 && value is > 0 and < 100)
                || (open % 100 >= 20 && open % 10 == 0 && value is > 0 and < 10)
            )
        );

    private bool TakeMultiplier()
    {
        var skip = !started && At(Position) is { } article && words.Articles.Contains(article.Word) ? 1 : 0;
        if (
            At(Position + skip) is not { } lexeme
            || !words.Multipliers.TryGetValue(lexeme.Word, out var multiplier)
            || multiplier >= lastMultiplier
        )
        {
            return false;
        }

        Position += skip;
        var count = open == 0 ? 1 : open;
        if (multiplier == 100)
        {
            open = count * multiplier;
        }
        else
        {
            closed += count * multiplier;
            open = 0;
            lastMultiplier = multiplier;
        }

        endsWithDigits = false;
        return Take();
    }

    private bool TakeJoiner()
    {
        if (
            !started
            || At(Position)?.Word != words.Joiner
            || At(Position + 1) is not { } next
            || !words.Small.TryGetValue(next.Word, out var value)
            || !Fits(value)
        )
        {
            return false;
        }

        return Take();
    }

    private bool TakeHalf()
    {
        if (At(Position)?.Word != words.Joiner)
        {
            return false;
        }

        foreach (var half in words.Half)
        {
            if (!half.Where((word, index) => At(Position + 1 + index)?.Word != word).Any())
            {
                Position += 1 + half.Length;
                return true;
            }
        }

        return false;
    }

    private decimal TakeDecimals()
    {
        if (!decimal.IsInteger(open) || At(Position) is not { } point || !words.Points.Contains(point.Word))
        {
            return 0;
        }

        var digits = string.Empty;
        var end = Position + 1;
        while (At(end) is { } next && DecimalsOf(next) is { } spoken)
        {
            digits += spoken;
            end++;
        }

        if (digits.Length == 0)
        {
            return 0;
        }

        Position = end;
        return Numeral.Read("0." + digits, locale: null) ?? 0;
    }

    private string? DecimalsOf(Lexeme lexeme)
    {
        if (lexeme.Text.All(char.IsAsciiDigit))
        {
            return lexeme.Text;
        }

        return
            words.Small.TryGetValue(lexeme.Word, out var value) && value < 100 && !words.Articles.Contains(lexeme.Word)
            ? value.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    // A word that a comma parts from the number begins another one.
    private Lexeme? At(int position) =>
        position < lexemes.Count && (!started || lexemes[position].JoinsPrevious) ? lexemes[position] : null;

    private bool Take()
    {
        started = true;
        Position++;
        return true;
    }
}
