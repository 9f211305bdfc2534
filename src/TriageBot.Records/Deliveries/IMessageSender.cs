using TriageBot.BotFramework.Hosting;

namespace TriageBot.Records.Deliveries;

/// <summary>Carries messages out of one door. One that throws is taken not to know whether the message left.</summary>
public interface IMessageSender
{
    /// <summary>The door it serves, as in <see cref="Turns.Doors"/>.</summary>
    string Door { get; }

    Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}

/// <summary>A message that is to leave.</summary>
/// <param name="Kind">The activity's type, or <c>messageUpdate</c> or <c>messageDelete</c> of one sent earlier.</param>
/// <param name="Activity">What to send; its id is the same whenever it is sent again.</param>
public sealed record OutgoingMessage(string Kind, Activity Activity)
{
    /// <summary>True where an earlier attempt may have reached the channel.</summary>
    public bool MayBeRepeat { get; init; }

    /// <summary>For an update or a deletion: the id that the channel gave the message, where it gave one.</summary>
    public string? ExternalId { get; init; }
}
