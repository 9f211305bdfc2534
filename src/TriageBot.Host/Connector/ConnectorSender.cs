using TriageBot.BotFramework.Hosting;
using TriageBot.Records.Deliveries;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Connector;

/// <summary>Sends replies to the channel that a conversation came through.</summary>
internal sealed class ConnectorSender(ConnectorClient client) : IMessageSender
{
    public string Door => Doors.Connector;

    public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var activity = message.Activity;
        // Checked when it came in; checked again because a database may be older than its host's configuration.
        if (!ConnectorGate.IsLocalAddress(activity.ServiceUrl))
        {
            return Task.FromResult<Delivery>(new Delivery.Failed(null, "The serviceUrl is not on this machine."));
        }

        switch (message.Kind)
        {
            case "messageUpdate":
                activity.Id = message.ExternalId ?? activity.Id;
                return client.UpdateAsync(activity, cancellationToken);
            case "messageDelete":
                activity.Id = message.ExternalId ?? activity.Id;
                var reference = activity.GetConversationReference();
                reference.ActivityId = activity.Id;
                return client.DeleteAsync(reference, cancellationToken);
            default:
                return client.SendAsync(activity, cancellationToken);
        }
    }
}
