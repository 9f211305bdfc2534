using System.Globalization;
using System.Text.RegularExpressions;

namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>Reads "2026-03-09", "3/9", "March 9th", "Wednesday", "tomorrow".</summary>
internal static partial class DayReader
{
    private const int DaysAWeek = 7;

    // A 29th of February may be eight years away.
    private const int MostYears = 8;

    /// <summary>The first day in a text; null where it names none.</summary>
    public static SpokenDay? Read(string folded, DateTimeWords words, DateOnly today) =>
        ReadDate(Iso().Match(folded), today)
        ?? ReadDate((words.IsDayFirst ? DayFirst() : MonthFirst()).Match(folded), today)
        ?? ReadNamed(words.NamedDate.Match(folded), words, today)
        ?? ReadRelative(folded, words, today)
        ?? ReadWeekday(words.Weekday.Match(folded), words, today);

    private static SpokenDay? ReadDate(Match match, DateOnly today) =>
        match.Success ? Days(NumberOf(match, "year"), NumberOf(match, "month")!.Value, match, today) : null;

    private static SpokenDay? ReadNamed(Match match, DateTimeWords words, DateOnly today)
    {
        var month = Array.IndexOf(words.Months, match.Groups["month"].Value) + 1;
        return match.Success ? Days(NumberOf(match, "year"), month, match, today) : null;
    }

    private static SpokenDay? ReadRelative(string folded, DateTimeWords words, DateOnly today)
    {
        foreach (var (phrase, days) in words.Relative)
        {
            if (phrase.IsMatch(folded))
            {
                var date = today.AddDays(days);
                return new SpokenDay(TimexOf(date), [date]);
            }
        }

        return null;
    }

    private static SpokenDay? ReadWeekday(Match match, DateTimeWords words, DateOnly today)
    {
        if (!match.Success)
        {
            return null;
        }

        var weekday = Array.IndexOf(words.Weekdays, match.Value) + 1;
        var daysOn = (weekday - IsoWeekday(today) + DaysAWeek) % DaysAWeek;
        var next = today.AddDays(daysOn);
        var timex = $"XXXX-WXX-{weekday.ToString(CultureInfo.InvariantCulture)}";
        return new SpokenDay(timex, [next.AddDays(-DaysAWeek), next]);
    }

    private static SpokenDay? Days(int? year, int month, Match match, DateOnly today)
    {
        var day = NumberOf(match, "day")!.Value;
        if (year is not null)
        {
            return DateOf(year.Value, month, day) is { } date ? new SpokenDay(TimexOf(date), [date]) : null;
        }

        var around = Enumerable.Range(today.Year - MostYears, (2 * MostYears) + 1).Select(y => DateOf(y, month, day));
        var dates = around.OfType<DateOnly>().ToList();
        if (dates.Count == 0)
        {
            return null;
        }

        var timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}");
        return new SpokenDay(timex, [dates.Last(date => date < today), dates.First(date => date >= today)]);
    }

    private static DateOnly? DateOf(int year, int month, int day) =>
        year is > 0 and < 10000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int IsoWeekday(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    private static int? NumberOf(Match match, string group) =>
        match.Groups[group] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null;

    private static string TimexOf(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"\b(?<month>[0-9]{1,2})/(?<day>[0-9]{1,2})(?:/(?<year>[0-9]{4}))?\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MonthFirst();

    [GeneratedRegex(
        @"\b(?<day>[0-9]{1,2})/(?<month>[0-9]{1,2})(?:/(?<year>[0-9]{4}))?\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DayFirst();
}
