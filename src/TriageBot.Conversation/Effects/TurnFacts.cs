namespace TriageBot.Conversation.Effects;

/// <summary>What a turn may know beside its activity and state; put into TurnState by whoever runs the turn.</summary>
public sealed record TurnFacts
{
    /// <summary>The conversation's own clock: testers can move it.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The door that the message came through: <c>connector</c>, <c>directline</c>, <c>sms</c>, <c>terminal</c>.</summary>
    public required string Door { get; init; }

    /// <summary>The conversation's cases that are not closed.</summary>
    public IReadOnlyList<OpenCase> OpenCases { get; init; } = [];

    /// <summary>The writer's own number where the channel tells it (SMS), E.164.</summary>
    public string? ChannelPhone { get; init; }

    /// <summary>
    /// What enrolment knows: <c>procedure</c>, <c>blood_thinner</c>, <c>name</c>, <c>phone</c>, <c>born</c>,
    /// <c>discharged</c>, <c>carer</c>, <c>carer_may_know</c>; empty for a stranger.
    /// </summary>
    public IReadOnlyDictionary<string, string> Enrolment { get; init; } = new Dictionary<string, string>();

    /// <summary>The name of the timer events that the bot receives as event activities.</summary>
    public static string TimerEvent(string name) => $"triagebot/timer/{name}";

    /// <summary>The event that asks for a fresh text in place of one whose <c>goodUntil</c> passed before it could be sent.</summary>
    public const string MessageStaleEvent = "triagebot/message-stale";

    /// <summary>The event that tells the bot that a nurse closed a case; its value is the case id.</summary>
    public const string CaseClosedEvent = "triagebot/case-closed";
}

/// <param name="Acknowledged">True once a nurse has taken it.</param>
public sealed record OpenCase(string Id, CaseKind Kind, DateTimeOffset Due, bool Acknowledged);
