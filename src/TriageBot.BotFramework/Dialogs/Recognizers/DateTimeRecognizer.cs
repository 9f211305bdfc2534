using System.Globalization;

namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>Finds the first day and the first time of day in a text.</summary>
internal static class DateTimeRecognizer
{
    /// <summary>Finds them, each in every way in which it can be understood.</summary>
    /// <param name="text">The text.</param>
    /// <param name="locale">Decides the words and whether 3/4 is a day in March; English where null or unknown.</param>
    /// <param name="today">The day on which it was said.</param>
    /// <returns>Empty where the text names neither.</returns>
    public static List<DateTimeResolution> Recognize(string text, string? locale, DateOnly today)
    {
        var words = DateTimeWords.For(locale);
        var folded = Lexeme.Fold(text);
        var day = DayReader.Read(folded, words, today);
        var times = TimeReader.Read(folded, words);
        if (day is null)
        {
            return times.ConvertAll(time => Resolution(TimexOf(time), Text(time)));
        }

        return times.Count == 0
            ? day.Dates.ConvertAll(date => Resolution(day.Timex, Text(date)))
            : times
                .SelectMany(time =>
                    day.Dates.Select(date => Resolution(day.Timex + TimexOf(time), $"{Text(date)} {Text(time)}"))
                )
                .ToList();
    }

    private static string TimexOf(TimeOnly time) =>
        time.ToString(time.Minute == 0 ? "'T'HH" : "'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Text(TimeOnly time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeResolution Resolution(string timex, string value) => new() { Timex = timex, Value = value };
}
