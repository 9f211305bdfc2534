using TriageBot.BotFramework.Schema;

namespace TriageBot.Host.Connector;

/// <summary>Who knocks at <c>/api/messages</c>, and what it may say: replies, and the bot's token with them, go where an
/// activity's <c>serviceUrl</c> points.</summary>
internal abstract record Caller
{
    private Caller() { }

    /// <summary>What is wrong with an activity from this caller; null where nothing is.</summary>
    public abstract Inbound.Refused? Objection(Activity activity);

    private static Inbound.Refused Forbidden(string code, string message) => new(403, code, message);

    /// <summary>A program on the developer's own machine; only in Development.</summary>
    public sealed record ThisMachine : Caller
    {
        public override Inbound.Refused? Objection(Activity activity) =>
            string.IsNullOrEmpty(activity.ServiceUrl) || ServiceAddress.IsOnThisMachine(activity.ServiceUrl)
                ? null
                : Forbidden(
                    "ForeignServiceUrl",
                    "In Development the serviceUrl must be http:// on localhost, 127.0.0.1 or [::1]."
                );
    }

    /// <summary>The Bot Connector, on behalf of a channel.</summary>
    /// <param name="ServiceUrl">The address that the token was issued for.</param>
    /// <param name="Endorsements">The channels that the signing key may speak for; null where it is not restricted.</param>
    public sealed record Channel(string ServiceUrl, IReadOnlySet<string>? Endorsements) : Caller
    {
        public override Inbound.Refused? Objection(Activity activity)
        {
            if (!string.Equals(ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            {
                return Forbidden("ForeignServiceUrl", "The activity's serviceUrl is not the token's.");
            }

            if (!ServiceAddress.MayGetAToken(activity.ServiceUrl))
            {
                return Forbidden("UnsafeServiceUrl", "The serviceUrl must begin with https://.");
            }

            return Endorsements is null || Endorsements.Contains(activity.ChannelId ?? "")
                ? null
                : Forbidden("ForeignChannel", "The token's key does not speak for the activity's channelId.");
        }
    }

    /// <summary>The Emulator or the Agents Playground of somebody who knows the bot's secret.</summary>
    public sealed record Developer : Caller
    {
        public override Inbound.Refused? Objection(Activity activity) =>
            string.IsNullOrEmpty(activity.ServiceUrl) || ServiceAddress.MayGetAToken(activity.ServiceUrl)
                ? null
                : Forbidden("UnsafeServiceUrl", "The serviceUrl must begin with https://, or be on this machine.");
    }
}
