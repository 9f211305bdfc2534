using System.Net;
using System.Net.Sockets;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Browser.Tests.Support;

/// <summary>A host with Direct Line that can be stopped and started again under the same address.</summary>
internal sealed class LineHost : IAsyncDisposable
{
    private readonly TempDirectory directory = new();
    private readonly string url;
    private readonly string[] settings;

    private LineHost(string url, string[] settings)
    {
        this.url = url;
        this.settings = settings;
    }

    public TestHost Host { get; private set; } = null!;

    public string Directory => directory.Path;

    public string Domain => $"{url}{DirectLineClient.Path}";

    /// <param name="origins">Pages that may call, and show the patient's page in a frame.</param>
    public static async Task<LineHost> StartAsync(params string[] origins)
    {
        var host = new LineHost(
            $"http://127.0.0.1:{FreePort()}",
            [
                $"--DirectLine:Secrets:portal={DirectLineHost.Secret}",
                .. origins.Select((origin, i) => $"--DirectLine:Origins:{i}={origin}"),
                .. origins.Select((origin, i) => $"--Chat:EmbeddedBy:{i}={origin}"),
            ]
        );
        await host.StartAgainAsync();
        return host;
    }

    public async Task StartAgainAsync() =>
        Host = await TestHost.StartAsync(directory.Path, url: url, settings: settings);

    public async Task StopAsync() => await Host.DisposeAsync();

    public async Task<string> TokenAsync() =>
        (await DirectLineClient.WithTokenAsync(Host.Http, DirectLineHost.Secret)).Credential;

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        directory.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
