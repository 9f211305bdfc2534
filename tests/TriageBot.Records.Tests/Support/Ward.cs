using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.State;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Clocks;
using TriageBot.Records.Deliveries;

namespace TriageBot.Records.Tests.Support;

/// <summary>Records in a directory of their own, with a bot, a clock that stands still, and words to send.</summary>
public sealed class Ward : IAsyncDisposable
{
    private int words;

    public Ward(RecordsDatabase database, ManualTimeProvider clock)
    {
        Database = database;
        Clock = clock;
        // All at once: tests that call them side by side must not make two of one.
        Runner = new TurnRunner(
            Database,
            new TurnBot(storage => new ScriptedBot(storage, Also), new StateCodec()),
            new SafetyNet(turn => Net.Text(turn), text => Net.RedFlag(text)),
            Clock,
            Changes,
            Failpoints,
            NullLogger<TurnRunner>.Instance
        );
        Delivery = new DeliveryService(
            Database,
            Runner,
            [Channel],
            Clock,
            new Random(7),
            Changes,
            Failpoints,
            NullLogger<DeliveryService>.Instance
        );
        Timers = new TimerService(Database, Runner, Clock, Changes, NullLogger<TimerService>.Instance);
        Desk = new NurseDesk(Database, Runner, Clock, Changes);
    }

    public RecordsDatabase Database { get; }

    public ManualTimeProvider Clock { get; }

    public ChangeFeed Changes { get; } = new();

    public Failpoints Failpoints { get; } = new();

    public SafetyNet Net { get; set; } =
        new(
            turn => [turn.IsRecorded ? "Something went wrong. A nurse will read it." : "Call the nurse line."],
            text => text.Contains("chest", StringComparison.Ordinal)
        );

    /// <summary>Runs in each attempt, after the bot has replied.</summary>
    public Func<ITurnContext, Task>? Also { get; set; }

    public FakeChannel Channel { get; } = new();

    public TurnRunner Runner { get; }

    public DeliveryService Delivery { get; }

    public TimerService Timers { get; }

    public NurseDesk Desk { get; }

    public Task<TurnAnswer> Say(string text, string? key = null, string user = "ann", bool expectReplies = false) =>
        Runner.RunAsync(Message(text, key, user, expectReplies));

    public ActivityArrival Message(string text, string? key = null, string user = "ann", bool expectReplies = false)
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            Id = key ?? $"word-{Interlocked.Increment(ref words)}",
            Text = text,
            ChannelId = "webchat",
            ServiceUrl = "http://localhost:9/",
            From = new ChannelAccount(user),
            Recipient = new ChannelAccount("bot"),
            Conversation = new ConversationAccount(id: $"talk-{user}"),
            DeliveryMode = expectReplies ? DeliveryModes.ExpectReplies : null,
        };
        return new ActivityArrival(
            Address.Of(Doors.Connector, activity),
            Encoding.UTF8.GetBytes(BotJson.Write(activity))
        )
        {
            IdempotencyKey = activity.Id,
        };
    }

    public async Task<List<T>> Read<T>(Func<RecordsContext, IQueryable<T>> query)
    {
        using var records = Database.OpenForReading();
        return await query(records).ToListAsync();
    }

    /// <summary>All that was said in a conversation, in order: "&gt; in" and "&lt; out".</summary>
    public async Task<List<string>> Transcript(string conversation) =>
        [
            .. (
                await Read(records =>
                    records.Activities.Where(row => row.ConversationId == conversation).OrderBy(row => row.Sequence)
                )
            ).Select(row =>
            {
                var activity = BotJson.ReadActivity(row.Payload!);
                return $"{(row.Direction == ActivityDirection.In ? '>' : '<')} {activity.Text ?? activity.Name}";
            }),
        ];

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
