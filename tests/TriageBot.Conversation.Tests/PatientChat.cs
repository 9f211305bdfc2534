using System.Text.Json;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Effects;
using TriageBot.Conversation.Organizations;
using TriageBot.Protocols.Routes;

namespace TriageBot.Conversation.Tests;

/// <summary>
/// One patient who writes with the bot: real dialogs, texts and state through the storage's codec every turn, on a clock
/// that the test moves. What the turns report is collected as the records would keep it.
/// </summary>
internal sealed class PatientChat
{
    private static readonly TimeSpan TimeToReadAndType = TimeSpan.FromSeconds(10);

    private readonly TestAdapter adapter = new(TestAdapter.CreateConversation("check-in"));
    private readonly CheckInBot bot;
    private readonly IStorage storage = CheckInStorage.Make();
    private readonly Dictionary<string, DateTimeOffset> timers = [];

    public PatientChat(Organization? hospital = null) =>
        bot = new CheckInBot(ShippedContent.Of(hospital ?? ShippedContent.Hospital));

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 15, 10, 0, TimeSpan.Zero));

    public Dictionary<string, string> Enrolment { get; } = [];

    /// <summary>All cases by id, as reported last.</summary>
    public Dictionary<string, CaseReport> Cases { get; } = [];

    public List<CaseReport> Reports { get; } = [];

    public IReadOnlyDictionary<string, DateTimeOffset> Timers => timers;

    /// <summary>The replies of the last turn.</summary>
    public IReadOnlyList<Activity> Replies { get; private set; } = [];

    public IEnumerable<string> Texts => Replies.Select(reply => reply.Text ?? "");

    /// <summary>The id of the question that the last turn asked, or null.</summary>
    public string? Asked => Replies.Select(Question).LastOrDefault(id => id is not null);

    /// <summary>All questions asked so far, in order.</summary>
    public List<string> Questions { get; } = [];

    public CaseReport Case => Cases.Values.Single();

    public async Task<PatientChat> Say(params string[] texts)
    {
        foreach (var text in texts)
        {
            Clock.Advance(TimeToReadAndType);
            await Turn(Message(text));
        }

        return this;
    }

    /// <summary>Sends a text that says which message it replies to, as some channels do.</summary>
    public Task Reply(string text, string? replyToId)
    {
        Clock.Advance(TimeToReadAndType);
        var message = Message(text);
        message.ReplyToId = replyToId;
        return Turn(message);
    }

    /// <summary>Sends a text at the very moment of the last reply.</summary>
    public Task SayAtOnce(string text) => Turn(Message(text));

    public Task Join()
    {
        var activity = adapter.MakeActivity();
        activity.Type = ActivityTypes.ConversationUpdate;
        activity.MembersAdded = [activity.From!, activity.Recipient!];
        return Turn(activity);
    }

    /// <summary>Moves the clock, and wakes the bot for each timer that falls due on the way.</summary>
    public async Task Wait(TimeSpan span)
    {
        var end = Clock.GetUtcNow() + span;
        while (timers.Count > 0 && timers.MinBy(pair => pair.Value) is var (name, due) && due <= end)
        {
            timers.Remove(name);
            Clock.SetTo(due > Clock.GetUtcNow() ? due : Clock.GetUtcNow());
            await Event(TurnFacts.TimerEvent(name), null);
        }

        Clock.SetTo(end);
    }

    public Task Event(string name, object? value)
    {
        var activity = adapter.MakeActivity();
        activity.Type = ActivityTypes.Event;
        activity.Name = name;
        activity.Value = value;
        return Turn(activity);
    }

    /// <summary>The outcome that the last turn told, or null.</summary>
    public (string Disposition, string? Within, string? Case)? Outcome =>
        Replies
            .Select(reply => Triage(reply, "outcome"))
            .Where(outcome => outcome is not null)
            .Select(o =>
                ((string, string?, string?)?)
                    (Text(o!.Value, "disposition")!, Text(o.Value, "within"), Text(o.Value, "case"))
            )
            .LastOrDefault();

    private async Task Turn(Activity activity)
    {
        var effects = new TurnEffects();
        var facts = new TurnFacts
        {
            Clock = Clock,
            Door = "directline",
            Enrolment = Enrolment,
            OpenCases = [.. Cases.Values.Select(c => new OpenCase(c.Id, c.Kind, c.Due, false))],
        };
        adapter.ActiveQueue.Clear();
        await adapter.ProcessActivityAsync(
            activity,
            (context, cancellation) =>
            {
                context.TurnState.Set(storage);
                context.TurnState.Set(facts);
                context.TurnState.Set(effects);
                return bot.OnTurnAsync(context, cancellation);
            }
        );
        Replies = [.. adapter.ActiveQueue];
        Questions.AddRange(Replies.Select(Question).OfType<string>());
        Keep(effects);
    }

    private void Keep(TurnEffects effects)
    {
        foreach (var report in effects.Cases)
        {
            Reports.Add(report);
            Cases[report.Id] = report;
        }

        foreach (var timer in effects.Timers)
        {
            if (timer.Due is { } due)
            {
                timers[timer.Name] = due;
            }
            else
            {
                timers.Remove(timer.Name);
            }
        }
    }

    private Activity Message(string text)
    {
        var activity = adapter.MakeActivity(text);
        activity.Type = ActivityTypes.Message;
        return activity;
    }

    private static string? Question(Activity reply) =>
        Triage(reply, "question") is { } question ? Text(question, "id") : null;

    private static JsonElement? Triage(Activity reply, string key)
    {
        if (reply.ChannelData is null)
        {
            return null;
        }

        var data = JsonSerializer.SerializeToElement(reply.ChannelData);
        return data.GetProperty("triage").TryGetProperty(key, out var value) ? value : null;
    }

    private static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) ? value.GetString() : null;
}
