using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TriageBot.Load.Traffic;

namespace TriageBot.Load.Servers;

/// <summary>A server in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private ServerProcess(Process process, IPEndPoint endpoint)
    {
        this.process = process;
        Endpoint = endpoint;
    }

    public IPEndPoint Endpoint { get; }

    /// <summary>From the start of the process to the first answer to a patient.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    /// <summary>Resident memory now, in bytes.</summary>
    public long ResidentBytes => Status("VmRSS:");

    /// <summary>The most resident memory that it ever had, in bytes.</summary>
    public long MostResidentBytes => Status("VmHWM:");

    /// <summary>Processor time used so far. It says more than the clock where others use the machine too.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<ServerProcess> StartAsync(ServerCommand command, CancellationToken stop)
    {
        var port = ServerCommand.FreePort();
        var start = command.Start(port);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var began = Stopwatch.GetTimestamp();
        var server = new ServerProcess(Process.Start(start)!, new IPEndPoint(IPAddress.Loopback, port));
        var said = server.process.StandardOutput.ReadToEndAsync(stop);
        var complained = server.process.StandardError.ReadToEndAsync(stop);
        while (!await server.Answers(stop))
        {
            if (server.process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
            {
                await server.DisposeAsync();
                throw new InvalidOperationException($"The server did not start: {await said}{await complained}");
            }

            await Task.Delay(Pause, TimeProvider.System, stop);
        }

        server.FirstAnswer = Stopwatch.GetElapsedTime(began);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task<bool> Answers(CancellationToken stop)
    {
        using var patient = new Patient(0, Endpoint, new FreshCast(), checks: false);
        try
        {
            await patient.SayOnceAsync($"first-{process.Id}", Script.Opening.Exchanges[0], stop);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private long Status(string name) =>
        File.ReadLines($"/proc/{process.Id}/status")
            .Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Select(line =>
                1024
                * long.Parse(
                    line[name.Length..].Replace("kB", "", StringComparison.Ordinal),
                    CultureInfo.InvariantCulture
                )
            )
            .Single();
}
