using System.Text.RegularExpressions;

namespace TriageBot.Host.Worked;

/// <summary>Compares a message with a recorded one: what depends on the day, the clock or a number may differ.</summary>
internal static partial class RecordedText
{
    public static bool IsSame(string recorded, string said) => Plain(recorded) == Plain(said);

    private static string Plain(string text) => Gaps().Replace(Changing().Replace(text, "#"), " ").Trim();

    [GeneratedRegex(@"\d+([:.,\-]\d+)*( ?[AaPp]\.?[Mm]\b\.?)?|\b(today|tomorrow|hoy|mañana)\b")]
    private static partial Regex Changing();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();
}
