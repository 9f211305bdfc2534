namespace TriageBot.Host.Link;

/// <summary>A message of the bot in a transcript.</summary>
/// <param name="Sequence">Its number there.</param>
/// <param name="Activity">As JSON.</param>
internal sealed record Spoken(long Sequence, string Activity);
