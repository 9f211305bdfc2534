using TriageBot.BotFramework.Connector;
using TriageBot.BotFramework.Dialogs.Choices;
using TriageBot.BotFramework.Dialogs.Prompts;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>Finds the culture in which a prompt speaks.</summary>
internal static class PromptCulture
{
    /// <summary>
    /// The supported culture nearest to the locale, else to the default; English where neither is supported.
    /// </summary>
    public static string Of<T>(Dictionary<string, T> supported, string? locale, string? defaultLocale)
    {
        var nearest = PromptCultureModels.MapToNearestLanguage(locale ?? defaultLocale);
        return !string.IsNullOrEmpty(nearest) && supported.ContainsKey(nearest)
            ? nearest
            : PromptCultureModels.English.Locale;
    }

    public static ChoiceFactoryOptions OptionsOf(PromptCultureModel culture) =>
        new(culture.Separator, culture.InlineOr, culture.InlineOrMore, true);

    // Teams shows suggested actions only to those whom they are addressed to.
    public static IList<string>? RecipientOf(Activity activity) =>
        activity.ChannelId == Channels.Msteams && activity.From?.Id is { } id ? [id] : null;
}
