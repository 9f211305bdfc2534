using TriageBot.BotFramework.State;
using TriageBot.Conversation.CheckIns;
using TriageBot.Records.Model;

namespace TriageBot.Host.Worked;

/// <summary>Reads check-ins out of stored states.</summary>
internal static class KeptCheckIns
{
    private const string State = "conversation";
    private const string Property = "checkIn";

    /// <summary>The check-in among the states of one conversation, or null where none is kept.</summary>
    public static CheckIn? In(StateCodec codec, IEnumerable<StateRow> states) =>
        states.FirstOrDefault(row => row.Name == State) is { } row
        && codec.Decode(State, row.Value) is IDictionary<string, object> properties
        && properties.TryGetValue(Property, out var kept)
            ? kept as CheckIn
            : null;
}
