namespace TriageBot.Conversation.Messages;

/// <summary>Texts that a page shows around a conversation, with the organization's name and numbers filled in.</summary>
public static class PageText
{
    /// <param name="language">"en", "es"; the first language where it is not spoken.</param>
    public static string Of(TriageContent content, string language, string key) =>
        content.Phrases.In(language).Fill(key, name => OrganizationValues.Of(content.Organization, name));

    /// <summary>A number as texts show it, "423-555-0100".</summary>
    public static string Phone(string digits) => SpokenPhone.Dashed(digits);
}
