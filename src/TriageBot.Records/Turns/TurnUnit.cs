using System.Text.Json;
using TriageBot.BotFramework;
using TriageBot.BotFramework.Schema;
using TriageBot.BotFramework.State;
using TriageBot.Conversation.Effects;
using TriageBot.Records.Clocks;

namespace TriageBot.Records.Turns;

/// <summary>All that one attempt at a turn reads and would change. Thrown away with the attempt if it fails.</summary>
internal sealed class TurnUnit
{
    private static readonly Dictionary<string, string> NobodyKnown = [];
    private readonly List<Activity> replies = [];

    public TurnUnit(Snapshot snapshot, Arrival arrival, Activity activity, TimeProvider clock, StateCodec codec)
    {
        Snapshot = snapshot;
        Arrival = arrival;
        Activity = activity;
        Storage = new TurnStorage(codec, snapshot.States);
        Time = new TurnTime(clock.GetUtcNow(), snapshot.Conversation?.ClockOffset ?? TimeSpan.Zero);
        var outer = arrival as ActivityArrival;
        Facts = new TurnFacts
        {
            Clock = new ConversationClock(clock, Time.Offset),
            Door = outer?.Address.Door ?? snapshot.Address!.Door,
            OpenCases = snapshot.OpenCases,
            ChannelPhone = outer?.ChannelPhone ?? snapshot.Address?.Phone,
            Enrolment = outer?.Enrolment ?? ReadEnrolment(snapshot.Conversation?.Enrolment),
        };
    }

    public Snapshot Snapshot { get; }

    public Arrival Arrival { get; }

    public Activity Activity { get; }

    public TurnStorage Storage { get; }

    public TurnTime Time { get; }

    public TurnFacts Facts { get; }

    public TurnEffects Effects { get; } = new();

    public IReadOnlyList<Activity> Replies => replies;

    /// <summary>What the bot answered to an invoke; null where it did not.</summary>
    public InvokeResponse? InvokeAnswer { get; set; }

    public ReplyPath ReplyPath =>
        (Arrival as ActivityArrival)?.Replies
        ?? (Snapshot.Address!.Pushes ? ReplyPath.Pushed : ReplyPath.Fetched);

    /// <summary>
    /// Takes a reply in and gives it the id that it will keep: the number it gets in the transcript is known already,
    /// because a commit from another version is refused.
    /// </summary>
    public string Add(Activity reply)
    {
        replies.Add(reply);
        reply.Id = IdAt(Snapshot.ConversationId, Snapshot.NextSequence + replies.Count);
        reply.Timestamp ??= Time.There;
        return reply.Id;
    }

    public static string IdAt(string conversation, long sequence) => $"{conversation}|{sequence:D7}";

    private static Dictionary<string, string> ReadEnrolment(string? json) =>
        json is null ? NobodyKnown : JsonSerializer.Deserialize(json, RecordsJson.Default.DictionaryStringString)!;
}
