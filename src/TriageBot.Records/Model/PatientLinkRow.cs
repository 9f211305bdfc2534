namespace TriageBot.Records.Model;

/// <summary>A link that one patient was given.</summary>
public sealed class PatientLinkRow
{
    /// <summary>The random part of the code that the link shows.</summary>
    public required string Id { get; init; }

    public required string PatientId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Birth dates that were not the patient's; after a few the earlier conversation stays closed.</summary>
    public int WrongBirthDates { get; set; }
}
