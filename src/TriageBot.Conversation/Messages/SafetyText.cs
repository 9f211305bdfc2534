namespace TriageBot.Conversation.Messages;

/// <summary>What is said where a turn failed and no dialog could speak. It promises nothing.</summary>
public static class SafetyText
{
    /// <param name="locale">The language tag that came with the message, if any.</param>
    public static string Of(TriageContent content, string? locale)
    {
        var organization = content.Organization;
        var language =
            locale is { Length: >= 2 } && content.Phrases.Speaks(locale[..2]) ? locale[..2] : organization.Language;
        return PageText.Of(content, language, "failed");
    }

    /// <summary>True where the words may describe an emergency: a nurse must look at once.</summary>
    public static bool IsUrgent(TriageContent content, string text) =>
        Language.Understanding.Describe(content.Reader, text, null).Floor == "emergency";
}
