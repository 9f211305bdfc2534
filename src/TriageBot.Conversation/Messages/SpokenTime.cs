using System.Globalization;
using TriageBot.Conversation.Phrases;

namespace TriageBot.Conversation.Messages;

/// <summary>Clock times as patients read them: in the organization's zone, with the word for the day.</summary>
internal sealed class SpokenTime(TimeZoneInfo zone, PhraseBook phrases)
{
    /// <summary>"4:10 PM".</summary>
    public string Clock(DateTimeOffset time) => Local(time).ToString("h:mm tt", CultureInfo.InvariantCulture);

    /// <summary>"today", "tomorrow", else the date in the language's own order.</summary>
    public string Day(DateTimeOffset time, DateTimeOffset now) =>
        (Local(time).Date - Local(now).Date).Days switch
        {
            0 => phrases.Say("day.today"),
            1 => phrases.Say("day.tomorrow"),
            _ => Local(time).ToString("m", CultureInfo.GetCultureInfo(phrases.Language)),
        };

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone);
}
