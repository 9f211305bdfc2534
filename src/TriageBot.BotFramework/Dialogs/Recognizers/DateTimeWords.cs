using System.Text.RegularExpressions;

namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>The words of a language for days and times of day. All words are folded.</summary>
internal sealed class DateTimeWords
{
    private static readonly DateTimeWords English = new(
        "january february march april may june july august september october november december",
        "monday tuesday wednesday thursday friday saturday sunday",
        new()
        {
            ["day after tomorrow"] = 2,
            ["tomorrow"] = 1,
            ["today"] = 0,
            ["yesterday"] = -1,
        },
        isDayFirst: false,
        of: "of|,",
        before: "at",
        morning: @"a\.?m\b\.?|in the morning",
        afternoon: @"p\.?m\b\.?|in the (?:afternoon|evening)|at night",
        clock: "o['’]? ?clock",
        noon: "noon|midday",
        midnight: "midnight"
    );

    private static readonly DateTimeWords Spanish = new(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "lunes martes miercoles jueves viernes sabado domingo",
        new()
        {
            ["pasado manana"] = 2,
            ["(?<!(?:la|por) )manana"] = 1,
            ["hoy"] = 0,
            ["ayer"] = -1,
        },
        isDayFirst: true,
        of: "de|del|,",
        before: "a las?",
        morning: @"a\.? ?m\b\.?|(?:de|por) la manana|de la madrugada",
        afternoon: @"p\.? ?m\b\.?|(?:de|por) la (?:tarde|noche)",
        clock: "en punto|horas",
        noon: "mediodia",
        midnight: "medianoche"
    );

    private DateTimeWords(
        string months,
        string weekdays,
        Dictionary<string, int> relative,
        bool isDayFirst,
        string of,
        string before,
        string morning,
        string afternoon,
        string clock,
        string noon,
        string midnight
    )
    {
        Months = months.Split(' ');
        Weekdays = weekdays.Split(' ');
        IsDayFirst = isDayFirst;
        var month = $"(?<month>{string.Join('|', Months)})";
        var year = $@"(?:\s*(?:{of})?\s*(?<year>[0-9]{{4}})\b)?";
        NamedDate = Make(
            $@"\b(?<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:(?:{of})\s+)?{month}\b{year}"
                + $@"|\b{month}\s+(?<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\b{year}"
        );
        Weekday = Make($@"\b(?:{string.Join('|', Weekdays)})\b");
        Relative = [.. relative.Select(pair => (Make($@"\b{pair.Key}\b"), pair.Value))];
        Time = Make(
            $@"(?<before>\b(?:{before})\s+)?\b(?<hour>[0-9]{{1,2}})(?::(?<minute>[0-9]{{2}}))?(?![0-9/:-])"
                + $@"\s*(?<clock>{clock})?\s*(?:(?<morning>{morning})|(?<afternoon>{afternoon}))?"
        );
        Noon = Make($@"\b(?:{noon})\b");
        Midnight = Make($@"\b(?:{midnight})\b");
    }

    public string[] Months { get; }

    public string[] Weekdays { get; }

    /// <summary>Whether 3/4 is the third of April.</summary>
    public bool IsDayFirst { get; }

    /// <summary>A day by the name of its month; groups <c>day</c>, <c>month</c> and <c>year</c>, if it was said.</summary>
    public Regex NamedDate { get; }

    public Regex Weekday { get; }

    public IReadOnlyList<(Regex Phrase, int Days)> Relative { get; }

    /// <summary>A number that is an hour if one of the groups beside <c>hour</c> was said too.</summary>
    public Regex Time { get; }

    public Regex Noon { get; }

    public Regex Midnight { get; }

    public static DateTimeWords For(string? locale) =>
        locale is not null && locale.StartsWith("es", StringComparison.OrdinalIgnoreCase) ? Spanish : English;

    private static Regex Make(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}
