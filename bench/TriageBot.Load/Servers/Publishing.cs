using System.Diagnostics;

namespace TriageBot.Load.Servers;

/// <summary>Publishes the host of this checkout, as an operator would.</summary>
internal static class Publishing
{
    public static async Task<string> RunAsync(TextWriter output, CancellationToken stop)
    {
        var root = Root();
        var target = Path.Combine(root, "bench", "TriageBot.Load", "bin", "host");
        output.WriteLine($"Publishing the host to {target}");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    "publish",
                    Path.Combine(root, "src", "TriageBot.Host"),
                    "--configuration",
                    "Release",
                    "--output",
                    target,
                    "--verbosity",
                    "quiet",
                },
            }
        )!;
        await process.WaitForExitAsync(stop);
        return process.ExitCode == 0 ? target : throw new InvalidOperationException("The host cannot be published.");
    }

    private static string Root()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "TriageBot.sln")))
        {
            directory =
                Path.GetDirectoryName(directory)
                ?? throw new InvalidOperationException("This program lies outside its checkout: pass --host.");
        }

        return directory;
    }
}
