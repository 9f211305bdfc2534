namespace TriageBot.Records.Model;

/// <summary>News of a case for the hospital's own systems, written in the turn that made it and sent afterwards.</summary>
public sealed class NoticeRow
{
    /// <summary>Stays the same when it is sent again.</summary>
    public required string Id { get; init; }

    public required string CaseId { get; init; }

    /// <summary><c>opened</c>, <c>raised</c> or <c>due</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The data as JSON; it names no patient and holds no text of one.</summary>
    public required string Payload { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    public NoticeState State { get; set; }
}

public enum NoticeState
{
    Pending,
    Sent,
    Failed,
}
