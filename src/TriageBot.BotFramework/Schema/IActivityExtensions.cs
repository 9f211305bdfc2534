namespace TriageBot.BotFramework.Schema;

/// <summary>The locale of any activity, although only messages carry it in their interface.</summary>
public static class IActivityExtensions
{
    public static string? GetLocale(this IActivity activity) => (activity as Activity)?.Locale;

    public static void SetLocale(this IActivity activity, string? locale)
    {
        if (activity is Activity own)
        {
            own.Locale = locale;
        }
    }
}
