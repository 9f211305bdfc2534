using System.Diagnostics;
using System.Globalization;

namespace TriageBot.Browser.Tests.Support;

/// <summary>Microsoft 365 Agents Playground, the successor of the Bot Framework Emulator, beside a host.</summary>
internal sealed class Playground : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> complaints;
    private Task? reading;

    private Playground(Process process, int port)
    {
        this.process = process;
        complaints = process.StandardError.ReadToEndAsync();
        Address = $"http://localhost:{port}/";
    }

    public string Address { get; }

    public static async Task<Playground> StartAsync(Uri host, string channel, string deliveryMode)
    {
        var port = LineHost.FreePort();
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = NodeClient.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "--require",
                "./loopback.cjs",
                "node_modules/@microsoft/m365agentsplayground/cli.js",
                "start",
                "--app-endpoint",
                new Uri(host, "/api/messages").ToString(),
                "--channel-id",
                channel,
                "--delivery-mode",
                deliveryMode,
                "--port",
                port.ToString(CultureInfo.InvariantCulture),
                "--disable-telemetry",
            },
            Environment = { ["BROWSER"] = "none" },
        };
        var playground = new Playground(Process.Start(start)!, port);
        while (await playground.process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Listening", StringComparison.Ordinal))
            {
                playground.reading = playground.process.StandardOutput.ReadToEndAsync();
                return playground;
            }
        }

        throw new InvalidOperationException($"The Playground did not start: {await playground.complaints}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await complaints;
        await (reading ?? Task.CompletedTask);
        process.Dispose();
    }
}
