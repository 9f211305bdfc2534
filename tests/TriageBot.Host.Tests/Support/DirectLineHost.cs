namespace TriageBot.Host.Tests.Support;

/// <summary>A host with two sites that hold secrets, and a page elsewhere that may call it.</summary>
public sealed class DirectLineHost : IAsyncLifetime
{
    internal const string Secret = "portal-secret-0123456789abcdef0123456789";
    internal const string NewSecret = "portal-secret-that-replaces-it-0123456789";
    internal const string OtherSecret = "kiosk-secret-0123456789abcdef0123456789";
    internal const string Origin = "https://portal.example.org";

    internal static readonly string[] Settings =
    [
        $"--DirectLine:Secrets:portal:0={Secret}",
        $"--DirectLine:Secrets:portal:1={NewSecret}",
        $"--DirectLine:Secrets:kiosk={OtherSecret}",
        $"--DirectLine:Origins:0={Origin}",
    ];

    internal TestHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await TestHost.StartAsync(settings: Settings);

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
