namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>A day as it was said, and the dates that it may mean, earliest first.</summary>
internal sealed record SpokenDay(string Timex, List<DateOnly> Dates);
