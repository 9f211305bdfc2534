namespace TriageBot.Records.Turns;

/// <summary>What is said where the bot itself could not speak. The words are the conversation's, not the records'.</summary>
/// <param name="Text">The messages for the patient, in order; they must promise nothing where nothing is recorded.</param>
/// <param name="RedFlag">True where the patient's text may be an emergency.</param>
public sealed record SafetyNet(Func<FailedTurn, IReadOnlyList<string>> Text, Func<string, bool> RedFlag);

/// <summary>A turn that did not go through.</summary>
/// <param name="Locale">The language tag that came with the activity, if any.</param>
/// <param name="HasRedFlag">The patient's text may be an emergency.</param>
/// <param name="IsRecorded">True where a nurse will see it; false where the storage is gone, and nobody will.</param>
public sealed record FailedTurn(string Door, string? ChannelId, string? Locale, bool HasRedFlag, bool IsRecorded);
