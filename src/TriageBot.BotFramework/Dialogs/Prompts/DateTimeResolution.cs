namespace TriageBot.BotFramework.Dialogs;

/// <summary>One way to understand a day or a time of day.</summary>
public class DateTimeResolution
{
    /// <summary><c>2026-03-09</c>, <c>16:00:00</c> or <c>2026-03-09 16:00:00</c>.</summary>
    public string? Value { get; set; }

    /// <summary>Where a span of time begins. The room's own prompt finds no spans.</summary>
    public string? Start { get; set; }

    /// <summary>Where a span of time ends.</summary>
    public string? End { get; set; }

    /// <summary>What was said, in TIMEX3: <c>XXXX-WXX-3T16</c> is four in the afternoon of some Wednesday.</summary>
    public string? Timex { get; set; }
}
