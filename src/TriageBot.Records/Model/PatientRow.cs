namespace TriageBot.Records.Model;

/// <summary>Somebody whom the hospital enrolled when they went home.</summary>
public sealed class PatientRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>E.164.</summary>
    public required string Phone { get; init; }

    /// <summary>"en", "es".</summary>
    public required string Language { get; init; }

    /// <summary>A protocol's id.</summary>
    public required string Procedure { get; init; }

    public required DateOnly DischargedOn { get; init; }

    public required DateOnly BirthDate { get; init; }

    /// <summary>When the patient agreed to be written with.</summary>
    public required DateOnly ConsentedOn { get; init; }

    /// <summary>"yes", "no", or null where nobody knows.</summary>
    public string? BloodThinner { get; init; }

    public string? CarerName { get; init; }

    /// <summary>E.164.</summary>
    public string? CarerPhone { get; init; }

    /// <summary>True where the patient allowed that the carer is told.</summary>
    public bool CarerMayKnow { get; init; }

    public required DateTimeOffset EnrolledAt { get; init; }
}
