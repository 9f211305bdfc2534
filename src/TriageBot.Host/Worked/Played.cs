namespace TriageBot.Host.Worked;

/// <summary>What came of playing a conversation.</summary>
/// <param name="Difference">The first thing that is not as it was written, over several lines; null where all is.</param>
/// <param name="Rules">Protocol and id of every rule that held at any step.</param>
internal sealed record Played(
    WorkedConversation Conversation,
    string? Difference,
    IReadOnlySet<(string Protocol, string Rule)> Rules
)
{
    public bool IsAsWritten => Difference is null;
}
