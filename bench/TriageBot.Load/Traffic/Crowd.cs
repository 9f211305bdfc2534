using System.Diagnostics;
using TriageBot.Load.Servers;

namespace TriageBot.Load.Traffic;

/// <summary>Many patients at the same time.</summary>
internal sealed class Crowd(ServerProcess server, int patients, ICast cast, bool checks)
{
    public async Task<Measured> RunAsync(TimeSpan warmUp, TimeSpan measuring, CancellationToken stop)
    {
        var processor = ProcessorTime(warmUp, measuring, stop);
        var begins = Stopwatch.GetTimestamp() + Ticks(warmUp);
        var ends = begins + Ticks(measuring);
        var crowd = Enumerable.Range(0, patients).Select(n => new Patient(n, server.Endpoint, cast, checks)).ToList();
        try
        {
            await Task.WhenAll(
                crowd.Select(patient =>
                    Task.Run(
                        () =>
                            patient.PlayAsync(
                                () => Stopwatch.GetTimestamp() is var now && now >= begins && now < ends,
                                () => Stopwatch.GetTimestamp() >= ends,
                                stop
                            ),
                        stop
                    )
                )
            );
        }
        finally
        {
            crowd.ForEach(patient => patient.Dispose());
        }

        return Measured.Of([.. crowd.SelectMany(patient => patient.Times)], measuring, await processor);
    }

    private async Task<TimeSpan> ProcessorTime(TimeSpan warmUp, TimeSpan measuring, CancellationToken stop)
    {
        await Task.Delay(warmUp, TimeProvider.System, stop);
        var before = server.ProcessorTime;
        await Task.Delay(measuring, TimeProvider.System, stop);
        return server.ProcessorTime - before;
    }

    private static long Ticks(TimeSpan span) => (long)(span.TotalSeconds * Stopwatch.Frequency);
}

/// <summary>What a crowd saw.</summary>
/// <param name="Median">In milliseconds, from sending to the answer's last byte.</param>
/// <param name="P99">The same: 99 of 100 turns were no slower.</param>
/// <param name="Processor">Microseconds of the server's processor time for each turn.</param>
internal sealed record Measured(double TurnsPerSecond, double Median, double P99, double Slowest, double Processor)
{
    public static Measured Of(List<long> times, TimeSpan over, TimeSpan processor)
    {
        times.Sort();
        return new Measured(
            times.Count / over.TotalSeconds,
            At(0.5),
            At(0.99),
            At(1),
            processor.TotalMicroseconds / times.Count
        );

        double At(double share) =>
            times.Count == 0
                ? double.NaN
                : times[(int)Math.Min(times.Count - 1, times.Count * share)] * 1000.0 / Stopwatch.Frequency;
    }
}
