using System.Diagnostics;

namespace TriageBot.Streams;

/// <summary>How long things took.</summary>
internal sealed class Times
{
    private readonly Lock gate = new();
    private readonly List<double> milliseconds = [];

    /// <param name="began">As <see cref="Stopwatch.GetTimestamp"/> said.</param>
    public void Add(long began)
    {
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        lock (gate)
        {
            milliseconds.Add(took);
        }
    }

    public FormattableString Against(Times other) =>
        $"p50 {At(0.5) / other.At(0.5):0.00} times, p99 {At(0.99) / other.At(0.99):0.00} times";

    public override string ToString() =>
        FormattableString.Invariant($"p50 {At(0.5), 7:0.0} ms  p99 {At(0.99), 7:0.0} ms  of {milliseconds.Count, 5}");

    private double At(double share)
    {
        lock (gate)
        {
            milliseconds.Sort();
            return milliseconds.Count == 0
                ? double.NaN
                : milliseconds[(int)Math.Min(milliseconds.Count - 1, milliseconds.Count * share)];
        }
    }
}
