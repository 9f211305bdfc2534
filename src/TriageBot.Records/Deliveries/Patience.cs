namespace TriageBot.Records.Deliveries;

/// <summary>How long to wait before a refused message is tried again.</summary>
internal sealed class Patience(Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();

    /// <summary>Doubles with each attempt up to a minute, and varies by half, so that lanes do not march in step.</summary>
    public TimeSpan After(int attempts, TimeSpan? asked)
    {
        double jitter;
        lock (gate)
        {
            jitter = 0.75 + random.NextDouble() / 2;
        }
        var own = First * Math.Pow(2, Math.Min(attempts - 1, 6));
        var wait = (own < Longest ? own : Longest) * jitter;
        return asked > wait ? asked.Value : wait;
    }
}
