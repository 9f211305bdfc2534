using System.Collections.Frozen;

namespace TriageBot.Conversation.Phrases;

/// <summary>What a text costs as a text message: 160 characters a part, 70 where one of them is outside of GSM-7.</summary>
internal static class Gsm7
{
    private static readonly FrozenSet<char> Plain = (
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
    ).ToFrozenSet();

    // Each is sent as an escape and a second character.
    private static readonly FrozenSet<char> Escaped = "^{}\\[~]|€".ToFrozenSet();

    /// <summary>The first character that GSM-7 lacks, or null.</summary>
    public static char? Outside(string text)
    {
        foreach (var c in text)
        {
            if (!Plain.Contains(c) && !Escaped.Contains(c))
            {
                return c;
            }
        }

        return null;
    }

    /// <summary>How many parts the text is sent in.</summary>
    public static int Parts(string text)
    {
        var isGsm = Outside(text) is null;
        var length = isGsm ? text.Sum(c => Escaped.Contains(c) ? 2 : 1) : text.Length;
        var (one, each) = isGsm ? (160, 153) : (70, 67);
        return length <= one ? 1 : (length + each - 1) / each;
    }
}
