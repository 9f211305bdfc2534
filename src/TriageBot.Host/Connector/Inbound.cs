using TriageBot.BotFramework.Schema;

namespace TriageBot.Host.Connector;

/// <summary>What a request body turned out to be.</summary>
internal abstract record Inbound
{
    private Inbound() { }

    /// <summary>Begins a turn.</summary>
    public sealed record Turn(Activity Activity) : Inbound;

    /// <summary>Nothing to do; the sender is told that all is well.</summary>
    /// <param name="Kind">One of a few names, for counting.</param>
    public sealed record Nothing(string Kind) : Inbound;

    /// <param name="Status">As in HTTP.</param>
    /// <param name="Code">For programs.</param>
    /// <param name="Message">For the developer who sent it: what is wrong and what to send.</param>
    public sealed record Refused(int Status, string Code, string Message) : Inbound;
}
