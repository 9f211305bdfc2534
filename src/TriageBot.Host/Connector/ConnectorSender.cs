using TriageBot.BotFramework.Hosting;
using TriageBot.Records.Deliveries;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Connector;

/// <summary>Sends replies to the channel that a conversation came through.</summary>
internal sealed class ConnectorSender(ConnectorClient client, ConnectorSettings settings) : IMessageSender
{
    public string Door => Doors.Connector;

    public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var activity = message.Activity;
        // Checked when it came in; checked again because a database may be older than its host's configuration.
        if (!IsTrusted(activity.ServiceUrl))
        {
            return Task.FromResult<Delivery>(new Delivery.Failed(null, "The serviceUrl is not one to send to."));
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

    private bool IsTrusted(string? serviceUrl) =>
        settings.Registration is null
            ? ServiceAddress.IsOnThisMachine(serviceUrl)
            : ServiceAddress.MayGetAToken(serviceUrl);
}
