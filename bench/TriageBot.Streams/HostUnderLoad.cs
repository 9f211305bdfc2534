using System.Diagnostics;
using System.Globalization;

namespace TriageBot.Streams;

/// <summary>The host in a process of its own, with a data directory that goes with it.</summary>
internal sealed class HostUnderLoad : IAsyncDisposable
{
    private const string Listening = "Listening on ";

    private readonly Process process;
    private readonly DirectoryInfo directory;
    private Uri address = null!;

    private HostUnderLoad(Process process, DirectoryInfo directory, string secret)
    {
        this.process = process;
        this.directory = directory;
        Secret = secret;
    }

    public string Secret { get; }

    public long ResidentBytes =>
        1024
        * File.ReadLines($"/proc/{process.Id}/status")
            .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Select(line => long.Parse(line["VmRSS:".Length..^"kB".Length], CultureInfo.InvariantCulture))
            .Single();

    public static async Task<HostUnderLoad> StartAsync(string host, CancellationToken stop)
    {
        var directory = Directory.CreateTempSubdirectory("triagebot-streams-");
        var secret = Guid.NewGuid().ToString("N");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                host,
                "serve",
                "--urls",
                "http://127.0.0.1:0",
                $"--Records:Directory={directory.FullName}",
                "--Protocols:Prove=false",
                $"--DirectLine:Secrets:bench={secret}",
                "--DirectLine:Limits:RequestsPerSecond=1000000",
                "--DirectLine:Limits:ConversationsPerMinute=1000000",
                "--DirectLine:Limits:MessagesPerMinute=1000000",
                "--DirectLine:Limits:SocketsPerAddress=1000000",
            },
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        var server = new HostUnderLoad(Process.Start(start)!, directory, secret);
        while (await server.process.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is > 0 and var at)
            {
                server.address = new Uri(line[(at + Listening.Length)..]);
                _ = server.process.StandardOutput.ReadToEndAsync(stop);
                return server;
            }
        }

        throw new InvalidOperationException("The host did not start.");
    }

    public HttpClient Client() =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = 1000 }) { BaseAddress = address };

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        directory.Delete(recursive: true);
    }
}
