namespace TriageBot.Records.Turns;

/// <summary>Another turn of the conversation was committed first; this one runs again on what that one left.</summary>
internal sealed class TurnConflictException : Exception;
