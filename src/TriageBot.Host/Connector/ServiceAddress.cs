namespace TriageBot.Host.Connector;

/// <summary>What may be sent to a channel's <c>serviceUrl</c>.</summary>
internal static class ServiceAddress
{
    /// <summary>True for an address that can only be this machine's.</summary>
    public static bool IsOnThisMachine(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp
        && uri.UserInfo.Length == 0
        && IsLocalName(uri.Host);

    /// <summary>True where the bot's token can go without others reading it on the way.</summary>
    public static bool MayGetAToken(string? address) =>
        IsOnThisMachine(address)
        || (
            Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttps
            && uri.UserInfo.Length == 0
        );

    public static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";
}
