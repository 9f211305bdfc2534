namespace TriageBot.Conversation.Messages;

/// <summary>Phone numbers as texts show them.</summary>
internal static class SpokenPhone
{
    /// <summary>The last four digits: all that a text ever shows of a patient's number.</summary>
    public static string LastDigits(string? phone) => phone is { Length: >= 4 } ? phone[^4..] : "";

    /// <summary>"423-555-0100" for ten digits; other lengths as they are.</summary>
    public static string Dashed(string digits) =>
        digits.Length == 10 ? $"{digits[..3]}-{digits[3..6]}-{digits[6..]}" : digits;
}
