using System.ComponentModel;
using System.Diagnostics;

namespace TriageBot.Protocols.Tests.Schemas;

/// <summary>Runs <c>tests/schema/check.mjs</c>, with its packages installed on first use.</summary>
internal static class NodeProgram
{
    private static readonly Lock Installing = new();

    private static string Directory { get; } = Path.Combine(Shipped.Root, "tests", "schema");

    /// <summary>True on a build server, where a missing Node.js is a failure and not a reason to pass over the test.</summary>
    public static bool IsRequired => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Null where Node.js or its packages cannot be had; the reason is in <paramref name="problem"/>.</summary>
    public static (int ExitCode, string Output)? Check(out string problem, params string[] files)
    {
        problem = "";
        try
        {
            lock (Installing)
            {
                if (!System.IO.Directory.Exists(Path.Combine(Directory, "node_modules", "ajv")))
                {
                    var install = Run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
                    problem = install.ExitCode == 0 ? "" : $"npm ci in tests/schema failed: {install.Output}";
                }
            }

            return problem.Length > 0
                ? null
                : Run("node", ["check.mjs", Path.Combine(Shipped.Root, "dialogs"), .. files]);
        }
        catch (Win32Exception e)
        {
            problem = $"Node.js is needed to check the JSON Schemas; install node and npm ({e.Message})";
            return null;
        }
    }

    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
