using System.Globalization;
using System.Text.RegularExpressions;

namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>Reads "4 pm", "16:30", "at 4", "noon"; hours in digits only.</summary>
internal static class TimeReader
{
    private static readonly string[] Marks = ["before", "minute", "clock", "morning", "afternoon"];

    /// <summary>The times that the first time of day in a text may mean: "at 4" is in the night or the afternoon.</summary>
    public static List<TimeOnly> Read(string folded, DateTimeWords words)
    {
        foreach (Match match in words.Time.Matches(folded))
        {
            if (IsTime(match) && HoursOf(match) is { Count: > 0 } hours && MinuteOf(match) is var minute and < 60)
            {
                return hours.ConvertAll(hour => new TimeOnly(hour, minute));
            }
        }

        return words.Noon.IsMatch(folded) ? [new TimeOnly(12, 0)]
            : words.Midnight.IsMatch(folded) ? [new TimeOnly(0, 0)]
            : [];
    }

    private static bool IsTime(Match match) => Array.Exists(Marks, group => match.Groups[group].Success);

    private static List<int> HoursOf(Match match)
    {
        var text = match.Groups["hour"].Value;
        var hour = int.Parse(text, CultureInfo.InvariantCulture);
        if (match.Groups["morning"].Success || match.Groups["afternoon"].Success)
        {
            var noon = match.Groups["afternoon"].Success ? 12 : 0;
            return hour is >= 1 and <= 12 ? [(hour % 12) + noon] : [];
        }

        var isTwelveHours = hour is >= 1 and <= 12 && text[0] != '0';
        return isTwelveHours ? [hour % 12, (hour % 12) + 12]
            : hour < 24 ? [hour]
            : [];
    }

    private static int MinuteOf(Match match) =>
        match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
}
