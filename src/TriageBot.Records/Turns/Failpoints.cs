using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TriageBot.Records.Turns;

/// <summary>
/// Places at which a test can make the process die or a turn throw. None is armed unless the host does so, which it
/// does in Development only.
/// </summary>
public sealed class Failpoints
{
    public const string BeforeCommit = "before-commit";
    public const string AfterCommit = "after-commit";
    public const string BeforeSend = "before-send";
    public const string AfterSend = "after-send";
    public const string TurnThrows = "turn-throws";

    private readonly ConcurrentDictionary<string, Charge> charges = new();

    /// <summary>
    /// Arms what <paramref name="setting"/> lists, as in <c>before-commit:kill:3, turn-throws:throw</c>: name, act
    /// (<c>kill</c> or <c>throw</c>), and at which passing it goes off, once (1 unless said).
    /// </summary>
    /// <exception cref="FormatException">The setting names no such place or act.</exception>
    public static Failpoints Parse(string? setting)
    {
        var points = new Failpoints();
        foreach (
            var entry in (setting ?? "").Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var parts = entry.Split(':');
            var countdown = parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : 1;
            points.Arm(parts[0], parts.ElementAtOrDefault(1) ?? "throw", countdown);
        }
        return points;
    }

    public void Arm(string name, string act, int countdown = 1)
    {
        if (
            name is not (BeforeCommit or AfterCommit or BeforeSend or AfterSend or TurnThrows)
            || act is not ("kill" or "throw")
        )
        {
            throw new FormatException($"There is no failpoint '{name}:{act}'.");
        }
        charges[name] = new Charge(act, countdown);
    }

    internal void Reach(string name)
    {
        if (!charges.TryGetValue(name, out var charge) || Interlocked.Decrement(ref charge.Countdown) != 0)
        {
            return;
        }
        charges.TryRemove(name, out _);
        if (charge.Act == "throw")
        {
            throw new FailpointException($"The failpoint '{name}' went off.");
        }
        // SIGKILL: nothing is flushed, no handler runs, as in a power cut.
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }

    private sealed class Charge(string act, int countdown)
    {
        public int Countdown = countdown;

        public string Act { get; } = act;
    }
}
