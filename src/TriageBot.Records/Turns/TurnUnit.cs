using System.Text;
using System.Text.Json;
using TriageBot.BotFramework;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.BotFramework.State;
using TriageBot.Conversation.Effects;
using TriageBot.Records.Clocks;

namespace TriageBot.Records.Turns;

/// <summary>All that one attempt at a turn reads and would change. Thrown away with the attempt if it fails.</summary>
internal sealed class TurnUnit : ITurnUnit
{
    private static readonly Dictionary<string, string> NobodyKnown = [];
    private readonly List<OutgoingDraft> outgoing = [];
    private readonly TurnStorage storage;
    private int idsGiven;

    public TurnUnit(Snapshot snapshot, Arrival arrival, Activity activity, TimeProvider clock, StateCodec codec)
    {
        Snapshot = snapshot;
        Arrival = arrival;
        Inbound = activity;
        storage = new TurnStorage(codec, snapshot.States);
        Time = new TurnTime(clock.GetUtcNow(), snapshot.Conversation?.ClockOffset ?? TimeSpan.Zero);
        Clock = new ConversationClock(clock, Time.Offset);
        var outer = arrival as ActivityArrival;
        Facts = new TurnFacts
        {
            Clock = Clock,
            Door = outer?.Address.Door ?? snapshot.Address!.Door,
            OpenCases = snapshot.OpenCases,
            ChannelPhone = outer?.ChannelPhone ?? snapshot.Address?.Phone,
            Enrolment = outer?.Enrolment ?? ReadEnrolment(snapshot.Conversation?.Enrolment),
        };
        ReplyPath = PathOf(outer, activity, snapshot);
    }

    public Snapshot Snapshot { get; }

    public Arrival Arrival { get; }

    /// <summary>As it came: the bot gets an activity of its own, because bots change theirs.</summary>
    public Activity Inbound { get; }

    public string InboundJson =>
        Arrival is ActivityArrival outer ? Encoding.UTF8.GetString(outer.Body.Span) : BotJson.Write(Inbound);

    public IStorage State => storage;

    public IReadOnlyDictionary<string, string?> StateChanges => storage.Changes;

    public TimeProvider Clock { get; }

    public TurnTime Time { get; }

    public TurnFacts Facts { get; }

    public TurnEffects Effects { get; } = new();

    public ReplyPath ReplyPath { get; }

    public IReadOnlyList<OutgoingDraft> Outgoing => outgoing;

    /// <summary>
    /// The number that the reply gets in the transcript is known before the commit, because a commit from another
    /// version is refused; so the id stays the same however often the message is sent.
    /// </summary>
    public string NextActivityId() => $"{Snapshot.ConversationId}|{Snapshot.NextSequence + ++idsGiven:D7}";

    public void Add(OutgoingActivity outgoing) => this.outgoing.Add(new OutgoingDraft(outgoing.Type, outgoing));

    public void Update(OutgoingActivity changed)
    {
        var own = outgoing.FindIndex(draft => draft.Activity.Id == changed.Id);
        if (own >= 0)
        {
            outgoing[own] = outgoing[own] with { Activity = changed };
        }
        else
        {
            outgoing.Add(new OutgoingDraft(ActivityTypes.MessageUpdate, changed));
        }
    }

    public void Delete(string activityId)
    {
        if (outgoing.RemoveAll(draft => draft.Activity.Id == activityId) > 0)
        {
            return;
        }
        var reference = Inbound.GetConversationReference();
        var deleted = ProactiveTurn.Event(reference);
        deleted.Id = activityId;
        outgoing.Add(new OutgoingDraft(ActivityTypes.MessageDelete, new OutgoingActivity(deleted)));
    }

    private static ReplyPath PathOf(ActivityArrival? outer, Activity activity, Snapshot snapshot)
    {
        if (activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            return ReplyPath.InResponse;
        }
        return outer?.Pushes ?? snapshot.Address!.Pushes ? ReplyPath.Pushed : ReplyPath.Fetched;
    }

    private static Dictionary<string, string> ReadEnrolment(string? json) =>
        json is null ? NobodyKnown : JsonSerializer.Deserialize(json, RecordsJson.Default.DictionaryStringString)!;
}

/// <param name="Kind">The activity's type, or <c>messageUpdate</c> or <c>messageDelete</c> of one sent in an earlier turn.</param>
internal sealed record OutgoingDraft(string Kind, OutgoingActivity Activity);
