using System.Text;
using TriageBot.Protocols.Answers;

namespace TriageBot.Language.Replies;

/// <summary>Reads a phone number as people write it and makes E.164 of it. Without a country code it is one of North America.</summary>
internal static class PhoneReply
{
    private const int NationalDigits = 10;
    private const int MostDigits = 15;

    public static Reply Read(string text)
    {
        Reply? refused = null;
        foreach (var (digits, international) in Runs(text))
        {
            if (Number(digits, international) is { } e164)
            {
                return new Reply(new Answer.Phone(e164));
            }

            refused = digits.Length >= 4 ? new Reply(null, ReplyProblem.NotDiallable) : refused;
        }

        return refused ?? new Reply(null);
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
