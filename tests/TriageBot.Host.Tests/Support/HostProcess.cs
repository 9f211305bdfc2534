using System.Diagnostics;
using System.Globalization;

namespace TriageBot.Host.Tests.Support;

/// <summary>The host in a process of its own, so that it can be killed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";

    private readonly Process process;

    private HostProcess(Process process) => this.process = process;

    public HttpClient Http { get; private set; } = null!;

    public static async Task<HostProcess> StartAsync(string directory, string failpoints = "", params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "triagebot.dll"),
                "serve",
                "--urls",
                "http://127.0.0.1:0",
                $"--Records:Directory={directory}",
                "--Protocols:Prove=false",
                $"--Failpoints={failpoints}",
            },
            // It lives too briefly for a profile of it to pay.
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_TieredPGO"] = "0" },
        };
        foreach (var setting in settings)
        {
            start.ArgumentList.Add(setting);
        }

        var host = new HostProcess(Process.Start(start)!);
        var complaints = host.process.StandardError.ReadToEndAsync();
        var said = new List<string>();
        while (await host.process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is > 0 and var at)
            {
                host.Http = new HttpClient { BaseAddress = new Uri(line[(at + Listening.Length)..]) };
                // Nobody reads on; without this a full pipe would stop the host.
                _ = host.process.StandardOutput.ReadToEndAsync();
                return host;
            }
        }

        throw new InvalidOperationException(
            $"The host did not start:\n{string.Join('\n', said)}\n{await complaints}\nExit code {host.process.ExitCode}"
        );
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: what is under way ends.</summary>
    public async Task StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    public Task HasDiedAsync() => process.WaitForExitAsync();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        Http?.Dispose();
        process.Dispose();
    }
}
