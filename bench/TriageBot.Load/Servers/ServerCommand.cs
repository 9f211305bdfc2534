using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TriageBot.Load.Servers;

/// <summary>How a server is started, each time on a port that was free a moment ago.</summary>
internal sealed record ServerCommand(Func<int, ProcessStartInfo> Start)
{
    public static ServerCommand OfBareEndpoint() =>
        new(port => new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { BareEndpoint.Verb, $"{port}" },
            Environment = { ["DOTNET_TieredPGO"] = "1" },
        });

    /// <param name="published">Where the host was published to.</param>
    /// <param name="directory">Where it keeps its records.</param>
    public static ServerCommand OfHost(string published, string directory, bool inMemory) =>
        new(port => new ProcessStartInfo(Path.Combine(published, "triagebot"))
        {
            ArgumentList =
            {
                "serve",
                "--urls",
                $"http://127.0.0.1:{port}",
                $"--Records:Directory={directory}",
                "--Protocols:Prove=false",
                $"--Records:Provider={(inMemory ? "Memory" : "Sqlite")}",
                "--Organization:Name=Hill Hospital",
                "--Organization:NurseLine=4235550100",
                "--Organization:VerifiedOn=2026-11-01",
                "--Organization:EmergencyNumber=911",
                "--Organization:CrisisLine=988",
                "--Organization:TimeZone=America/New_York",
                "--Organization:Hours:From=00:00",
                "--Organization:Hours:To=00:00",
                "--Organization:Language=en",
                "--Cases:Watched=true",
            },
            // Opens the door to programs on this machine; nothing else here differs from Production.
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        });

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
