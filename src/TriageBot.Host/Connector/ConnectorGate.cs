using System.Net;

namespace TriageBot.Host.Connector;

/// <summary>
/// Decides who may knock at <c>/api/messages</c>. Without a registration only programs on the developer's own machine
/// may; with one a channel's token is needed.
/// </summary>
internal sealed class ConnectorGate(ConnectorSettings settings, ILogger<ConnectorGate> log)
{
    /// <summary>The status to refuse a request with, or null where it may come in.</summary>
    public int? Refusal(HttpContext context)
    {
        if (settings.AppId is not null)
        {
            log.LogWarning(
                "/api/messages refused a call: this version checks no channel tokens. Remove MicrosoftAppId to use it in Development"
            );
            return StatusCodes.Status401Unauthorized;
        }

        if (settings.IsOpenOnLoopback && IsFromThisMachine(context))
        {
            return null;
        }

        log.LogWarning(
            "/api/messages refused a call: without MicrosoftAppId it serves only programs on this machine, directly and in "
                + "Development. Set MicrosoftAppId and MicrosoftAppPassword, or ASPNETCORE_ENVIRONMENT=Development"
        );
        return StatusCodes.Status404NotFound;
    }

    /// <summary>True for a peer on this machine that is no proxy: what a proxy forwards may come from anywhere.</summary>
    public static bool IsFromThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } peer
        && IPAddress.IsLoopback(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer)
        && !context.Request.Headers.Keys.Any(IsForwarding)
        && IsLocalName(context.Request.Host.Host);

    /// <summary>True for an address that can only be this machine's.</summary>
    public static bool IsLocalAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp
        && uri.UserInfo.Length == 0
        && IsLocalName(uri.Host);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";

    private static bool IsForwarding(string header) =>
        header.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Via", StringComparison.OrdinalIgnoreCase);
}
