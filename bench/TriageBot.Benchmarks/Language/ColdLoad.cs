using System.Diagnostics;
using System.Globalization;
using TriageBot.Language;

namespace TriageBot.Benchmarks.Language;

/// <summary>How long the lexicons take to load in a process that has done nothing else.</summary>
internal static class ColdLoad
{
    private const int Runs = 15;
    private const string Child = "child";

    /// <summary>Starts fresh processes and prints the median; as such a process, prints its own milliseconds.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        if (arguments is [Child, var directory])
        {
            var watch = Stopwatch.StartNew();
            LexiconLibrary.Load(directory);
            output.WriteLine(watch.Elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
            return 0;
        }

        Measure("as the build leaves them", WiderLexicon.Compiled(), output);
        Measure("from YAML alone", WiderLexicon.Shipped, output);
        return 0;
    }

    private static void Measure(string what, string directory, TextWriter output)
    {
        var times = Enumerable.Range(0, Runs).Select(_ => Once(directory)).Order().ToList();
        output.WriteLine(
            $"cold load, {what}: {string.Join(", ", times.Select(t => Math.Round(t)))} ms; median {Math.Round(times[Runs / 2])} ms"
        );
    }

    private static double Once(string directory)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ColdLoad).Assembly.Location);
        }

        start.ArgumentList.Add("cold");
        start.ArgumentList.Add(Child);
        start.ArgumentList.Add(directory);
        using var process = Process.Start(start)!;
        var milliseconds = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(milliseconds, CultureInfo.InvariantCulture);
    }
}
