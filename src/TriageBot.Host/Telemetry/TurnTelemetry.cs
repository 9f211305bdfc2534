using System.Diagnostics;
using System.Diagnostics.Metrics;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Telemetry;

/// <summary>Measures turns and what the doors refuse. It holds ids and counts, never a word of a patient.</summary>
internal sealed class TurnTelemetry : IDisposable
{
    /// <summary>The name of the meter and of the trace source.</summary>
    public const string Name = "TriageBot";

    private readonly ActivitySource source = new(Name);
    private readonly Histogram<double> turns;
    private readonly Counter<long> ignored;
    private readonly Counter<long> refused;
    private readonly TurnRunner runner;
    private readonly TimeProvider clock;

    public TurnTelemetry(TurnRunner runner, IMeterFactory meters, TimeProvider clock)
    {
        this.runner = runner;
        this.clock = clock;
        var meter = meters.Create(Name);
        turns = meter.CreateHistogram<double>("triagebot.turn.duration", "s", "From arrival to commit");
        ignored = meter.CreateCounter<long>("triagebot.activities.ignored", description: "Arrivals that begin no turn");
        refused = meter.CreateCounter<long>("triagebot.requests.refused", description: "Requests that a door refused");
        meter.CreateObservableGauge("triagebot.turns.active", () => runner.TurnsInFlight);
    }

    /// <summary>Runs a turn and measures it.</summary>
    public async Task<TurnAnswer> RunAsync(ActivityArrival arrival, CancellationToken stop)
    {
        using var span = source.StartActivity("turn");
        var began = clock.GetTimestamp();
        var answer = await runner.RunAsync(arrival, stop);
        var tags = new TagList
        {
            { "door", arrival.Address.Door },
            { "status", answer.Status },
            { "repeat", answer.IsRepeat },
        };
        turns.Record(clock.GetElapsedTime(began).TotalSeconds, tags);
        span?.SetTag("door", arrival.Address.Door);
        span?.SetTag("triagebot.conversation", answer.ConversationId);
        span?.SetTag("triagebot.sequence", answer.Sequence);
        span?.SetTag("triagebot.status", answer.Status);
        return answer;
    }

    /// <param name="type">One of a few names: what a sender makes up must not become a series each.</param>
    public void Ignored(string type) => ignored.Add(1, new KeyValuePair<string, object?>("type", type));

    public void Refused(string door, int status) =>
        refused.Add(
            1,
            new KeyValuePair<string, object?>("door", door),
            new KeyValuePair<string, object?>("status", status)
        );

    public void Dispose() => source.Dispose();
}
