using System.Net;
using TriageBot.Host.Connector.Tokens;

namespace TriageBot.Host.Connector;

/// <summary>
/// Decides who may knock at <c>/api/messages</c>. Without a registration only programs on the developer's own machine
/// may; with one a channel's token is needed.
/// </summary>
internal sealed class ConnectorGate(ConnectorSettings settings, ILogger<ConnectorGate> log, TokenCheck? tokens = null)
{
    private static readonly Admission FromThisMachine = new Admission.Admitted(new Caller.ThisMachine());

    /// <summary>Who calls; null for one who is not let in, which is logged, and answered with the response's status.</summary>
    public async ValueTask<Caller?> AdmitAsync(HttpContext context)
    {
        var admission = tokens is null
            ? WithoutToken(context)
            : await tokens.CheckAsync(context.Request.Headers.Authorization, context.RequestAborted);
        if (admission is not Admission.Refused refused)
        {
            return ((Admission.Admitted)admission).Caller;
        }

        Log(refused.Status, refused.Reason);
        context.Response.StatusCode = refused.Status;
        if (refused.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return null;
    }

    /// <summary>Notes that a caller who was let in says what it may not.</summary>
    public void Note(Inbound.Refused refused)
    {
        if (refused.Status == StatusCodes.Status403Forbidden)
        {
            Log(refused.Status, refused.Message);
        }
    }

    /// <summary>True for a peer on this machine that is no proxy: what a proxy forwards may come from anywhere.</summary>
    public static bool IsFromThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } peer
        && IPAddress.IsLoopback(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer)
        && !context.Request.Headers.Keys.Any(IsForwarding)
        && ServiceAddress.IsLocalName(context.Request.Host.Host);

    private Admission WithoutToken(HttpContext context) =>
        settings.IsOpenOnLoopback && IsFromThisMachine(context)
            ? FromThisMachine
            : new Admission.Refused(
                StatusCodes.Status404NotFound,
                "without MicrosoftAppId it serves only programs on this machine, directly and in Development. "
                    + "Set MicrosoftAppId and MicrosoftAppPassword, or ASPNETCORE_ENVIRONMENT=Development"
            );

    private void Log(int status, string reason) =>
        log.LogWarning("/api/messages refused a call with {Status}: {Reason}", status, reason);

    private static bool IsForwarding(string header) =>
        header.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Via", StringComparison.OrdinalIgnoreCase);
}
