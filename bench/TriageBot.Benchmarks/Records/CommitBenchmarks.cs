using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using TriageBot.BotFramework;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.BotFramework.State;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Benchmarks.Records;

/// <summary>A turn of a bot that only echoes, from the bytes that arrive to the commit. A group shares commits.</summary>
[MemoryDiagnoser]
public class CommitBenchmarks : IAsyncDisposable
{
    private const int Group = 32;
    private readonly string directory = Directory.CreateTempSubdirectory("triagebot-bench-").FullName;
    private SqliteDatabase database = null!;
    private TurnRunner turns = null!;
    private int said;

    /// <summary>False: no write waits for the disk.</summary>
    [Params(true, false)]
    public bool Durable { get; set; }

    [GlobalSetup]
    public async Task Open()
    {
        database = new SqliteDatabase(directory, TimeProvider.System, NullLogger<SqliteDatabase>.Instance, Durable);
        await database.UpgradeAsync(CancellationToken.None);
        turns = new TurnRunner(
            database,
            new TurnBot(storage => new Echo(storage), new StateCodec()),
            new SafetyNet(_ => [], _ => false),
            TimeProvider.System,
            new ChangeFeed(),
            new Failpoints(),
            NullLogger<TurnRunner>.Instance
        );
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await database.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [Benchmark]
    public Task One() => turns.RunAsync(Message(0));

    [Benchmark(OperationsPerInvoke = Group)]
    public Task InAGroup() => Task.WhenAll(Enumerable.Range(0, Group).Select(n => turns.RunAsync(Message(n))));

    private ActivityArrival Message(int patient)
    {
        var id = $"m{Interlocked.Increment(ref said)}";
        var body =
            $$"""{"type":"message","id":"{{id}}","channelId":"bench","from":{"id":"u{{patient}}"},"recipient":{"id":"bot"},"conversation":{"id":"c{{patient}}"},"deliveryMode":"expectReplies","text":"my back hurts"}""";
        return new ActivityArrival(
            new Address(Doors.Connector, "bench", $"c{patient}", $"u{patient}"),
            Encoding.UTF8.GetBytes(body)
        )
        {
            IdempotencyKey = id,
        };
    }

    private sealed class Echo(IStorage storage) : ActivityHandler
    {
        protected override async Task OnMessageActivityAsync(
            ITurnContext<IMessageActivity> turnContext,
            CancellationToken cancellationToken
        )
        {
            var state = new ConversationState(storage);
            var heard = state.CreateProperty<int>("heard");
            await heard.SetAsync(
                turnContext,
                await heard.GetAsync(turnContext, () => 0, cancellationToken) + 1,
                cancellationToken
            );
            await turnContext.SendActivityAsync(MessageFactory.Text(turnContext.Activity.Text), cancellationToken);
            await state.SaveChangesAsync(turnContext, false, cancellationToken);
        }
    }
}
