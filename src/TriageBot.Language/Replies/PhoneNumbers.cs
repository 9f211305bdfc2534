using System.Text;

namespace TriageBot.Language.Replies;

/// <summary>Reads phone numbers as people write them. Without a country code they are ones of North America.</summary>
public static class PhoneNumbers
{
    private const int NationalDigits = 10;
    private const int MostDigits = 15;
    private const int FewestTyped = 4;

    /// <summary>The first number in a text, as "+" and at most 15 digits (E.164).</summary>
    /// <param name="text">Anything that a person typed.</param>
    /// <param name="wasTried">True where a number was meant, with too few or too many digits or an area code that does not exist.</param>
    /// <returns>Null where there is none that can be dialled.</returns>
    public static string? Find(string text, out bool wasTried)
    {
        wasTried = false;
        foreach (var (digits, international) in Runs(text))
        {
            if (Number(digits, international) is { } e164)
            {
                return e164;
            }

            wasTried |= digits.Length >= FewestTyped;
        }

        return null;
    }

    private static string? Number(string digits, bool international)
    {
        if (international)
        {
            return digits.StartsWith('1') ? NorthAmerican(digits[1..])
                : digits.Length is >= 8 and <= MostDigits && digits[0] != '0' ? "+" + digits
                : null;
        }

        return digits.Length == NationalDigits + 1 && digits[0] == '1' ? NorthAmerican(digits[1..])
            : digits.StartsWith("011", StringComparison.Ordinal) ? Number(digits[3..], international: true)
            : NorthAmerican(digits);
    }

    /// <summary>Area codes and exchanges begin with 2 to 9.</summary>
    private static string? NorthAmerican(string digits) =>
        digits.Length == NationalDigits && digits[0] >= '2' && digits[3] >= '2' ? "+1" + digits : null;

    /// <summary>Digits with at most two other signs between them belong together.</summary>
    private static IEnumerable<(string Digits, bool International)> Runs(string text)
    {
        var digits = new StringBuilder();
        var international = false;
        var between = 0;
        foreach (var c in text.Append('\n'))
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
                between = 0;
            }
            else if (digits.Length > 0 && (++between > 3 || char.IsLetter(c) || c == '\n' || c == '+'))
            {
                yield return (digits.ToString(), international);
                digits.Clear();
                international = c == '+';
            }
            else if (digits.Length == 0)
            {
                international = c == '+' || (international && !char.IsLetter(c));
            }
        }
    }
}
