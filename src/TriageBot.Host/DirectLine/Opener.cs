using System.Text;
using TriageBot.BotFramework.Hosting;
using TriageBot.Host.Configuration;
using TriageBot.Host.Telemetry;
using TriageBot.Records.Turns;

namespace TriageBot.Host.DirectLine;

/// <summary>Begins conversations: the bot greets who comes, once, however often a client says so.</summary>
internal sealed class Opener(TurnTelemetry turns, HostSettings settings, TimeProvider clock)
{
    private const string Join = "join";

    /// <returns>The answer of the greeting's turn; not stored where the records failed, and then the first message greets.</returns>
    public Task<TurnAnswer> GreetAsync(Admission.Granted visitor, string? locale, CancellationToken stop)
    {
        var joined = PatientActivity.Join(visitor.Holder, settings.Organization.Name, locale, clock.GetUtcNow());
        var arrival = new ActivityArrival(visitor.Holder.Address, Encoding.UTF8.GetBytes(BotJson.Write(joined)))
        {
            IdempotencyKey = Join,
            Pushes = false,
            Enrolment = visitor.Enrolment,
        };
        return turns.RunAsync(arrival, stop);
    }
}
