namespace TriageBot.BotFramework.Schema;

/// <summary>Names of the events by which a conversation is handed to a person.</summary>
public static class HandoffEventNames
{
    public const string HandoffStatus = "handoff.status";
    public const string InitiateHandoff = "handoff.initiate";
}
