using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TriageBot.BotFramework;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;

namespace TriageBot.Records.Turns;

/// <summary>Tries a turn until it is committed, or is certain to have failed.</summary>
internal sealed class TurnAttempts(
    RecordsDatabase database,
    TurnBot bot,
    SafetyNet net,
    TimeProvider clock,
    ChangeFeed changes,
    Failpoints failpoints,
    ILogger log
)
{
    private const int Limit = 5;
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(5);
    private readonly DurableAdapter adapter = new();

    public bool IsHealthy { get; private set; } = true;

    public async Task<string?> FindConversation(ActivityArrival arrival, CancellationToken stop)
    {
        try
        {
            return await database.FindConversationAsync(arrival.Address, stop);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The attempt will meet the same problem, and knows what to do about it.
            log.LogError("Could not look an address up: {Problem}", problem.GetType().Name);
            return null;
        }
    }

    /// <exception cref="JsonException">The body is no activity.</exception>
    public async Task<TurnAnswer> RunAsync(Arrival arrival, CancellationToken stop)
    {
        var result = await Settle(arrival, stop);
        if (result.Change is { } change)
        {
            IsHealthy = true;
            failpoints.Reach(Failpoints.AfterCommit);
            changes.Tell(change);
        }
        return result.Answer;
    }

    private async Task<TurnResult> Settle(Arrival arrival, CancellationToken stop)
    {
        // Every attempt looks at this one; the bot gets one of its own, because bots change theirs.
        var inbound = arrival is ActivityArrival outer ? outer.Read ?? BotJson.ReadActivity(outer.Body.Span) : null;
        for (var attempt = 1; attempt <= Limit; attempt++)
        {
            try
            {
                return await TryOnce(arrival, inbound, mayBeOld: attempt == 1, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception problem) when (IsConflict(problem))
            {
                log.LogDebug("Attempt {Attempt} at a turn met another turn", attempt);
            }
            catch (Exception problem)
            {
                // No message: it may quote the patient.
                log.LogError("A turn threw {Problem} at {Place}", problem.GetType().FullName, problem.StackTrace);
                return await RecordFailure(arrival, inbound, stop);
            }
        }
        // Turns of one conversation hardly ever meet, so this is more likely a fault that looks like a conflict.
        log.LogError("A turn met others {Limit} times and was given up", Limit);
        return await RecordFailure(arrival, inbound, stop);
    }

    private async Task<TurnResult> TryOnce(Arrival arrival, Activity? inbound, bool mayBeOld, CancellationToken stop)
    {
        var snapshot = await database.ReadTurnAsync(arrival, mayBeOld, stop);
        if (Repeat(snapshot) is { } known)
        {
            return new TurnResult(known, null);
        }

        var unit = UnitOf(snapshot, arrival, inbound);
        var response = await RunBot(unit, stop);
        failpoints.Reach(Failpoints.TurnThrows);
        var answer = new TurnAnswer(response?.Status ?? 200)
        {
            ConversationId = snapshot.ConversationId,
            Sequence = snapshot.NextSequence,
            Body = BodyOf(unit, response),
        };
        var commit = new TurnCommit(unit, answer);
        var committed = await database.WriteTurnAsync(
            async (ledger, cancelled) =>
            {
                var applied = await commit.Apply(ledger, cancelled);
                await ledger.SaveAsync(cancelled);
                failpoints.Reach(Failpoints.BeforeCommit);
                return applied;
            },
            stop
        );
        if (arrival is ActivityArrival outer)
        {
            database.Remember(outer.Address, committed.Left);
        }
        else
        {
            database.Forget(snapshot.ConversationId);
        }
        return new TurnResult(answer, committed.Change);
    }

    private async Task<TurnResult> RecordFailure(Arrival arrival, Activity? inbound, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var snapshot = await database.ReadTurnAsync(arrival, mayBeOld: false, stop);
                if (Repeat(snapshot) is { } known)
                {
                    return new TurnResult(known, null);
                }
                var failure = new FailureCommit(UnitOf(snapshot, arrival, inbound), net);
                failure.Prepare();
                var change = await database.WriteTurnAsync(failure.Apply, stop);
                database.Forget(snapshot.ConversationId);
                return new TurnResult(failure.Answer, change);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception problem) when (attempt < Limit && IsConflict(problem))
            {
                log.LogDebug("Attempt {Attempt} at recording a failed turn met another turn", attempt);
            }
            catch (Exception problem)
            {
                log.LogCritical("A failed turn could not be recorded: {Problem}", problem.GetType().FullName);
                IsHealthy = false;
                return new TurnResult(Unstored(arrival), null);
            }
        }
    }

    private TurnUnit UnitOf(Snapshot snapshot, Arrival arrival, Activity? inbound) =>
        new(snapshot, arrival, inbound ?? ActivityOf(snapshot, arrival), clock, bot.Codec);

    private async Task<InvokeResponse?> RunBot(TurnUnit unit, CancellationToken stop)
    {
        // A bot that never ends must not hold its conversation for ever; what it would still do is thrown away.
        var run = adapter.RunAsync(
            unit,
            ActivityOf(unit.Snapshot, unit.Arrival),
            bot.Make(unit.State).OnTurnAsync,
            turn =>
            {
                turn.TurnState.Set(unit.Effects);
                turn.TurnState.Set(unit.Facts);
                turn.TurnState.Set(unit.State);
            },
            stop
        );
        return await run.WaitAsync(stop);
    }

    private static string? BodyOf(TurnUnit unit, InvokeResponse? response) =>
        response?.Body switch
        {
            null => null,
            OutgoingReplies => StoredReplies.Body(unit.Outgoing),
            var body => JsonSerializer.Serialize(body, body.GetType(), BotJson.Options),
        };

    private static Activity ActivityOf(Snapshot snapshot, Arrival arrival)
    {
        if (arrival is ActivityArrival outer)
        {
            return BotJson.ReadActivity(outer.Body.Span);
        }
        var inner = (InnerArrival)arrival;
        var reference =
            JsonSerializer.Deserialize<ConversationReference>(snapshot.Address!.Reference!, BotJson.Options)
            ?? throw new InvalidOperationException($"Conversation {snapshot.ConversationId} has no reference.");
        return ProactiveTurn.Event(reference, inner.EventName, inner.EventValue);
    }

    private static TurnAnswer? Repeat(Snapshot snapshot) =>
        snapshot switch
        {
            { Earlier: { } earlier } => earlier,
            { IsMoot: true } => new TurnAnswer(200) { ConversationId = snapshot.ConversationId },
            _ => null,
        };

    private bool IsConflict(Exception problem) => problem is TurnConflictException || database.IsConflict(problem);

    private TurnAnswer Unstored(Arrival arrival)
    {
        var answer = TurnAnswer.Unavailable(AskAgainAfter);
        if (arrival is not ActivityArrival outer)
        {
            return answer;
        }

        try
        {
            return answer with { Body = UnstoredWords.Body(outer, net, clock) };
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            log.LogError("The safety text could not be made: {Problem}", problem.GetType().FullName);
            return answer;
        }
    }

    /// <param name="Change">What was committed; null where nothing was.</param>
    private sealed record TurnResult(TurnAnswer Answer, RecordsChange? Change);
}
