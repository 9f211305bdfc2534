namespace TriageBot.Records.Patients;

/// <summary>What the hospital knows of a patient who goes home.</summary>
/// <param name="Phone">E.164.</param>
/// <param name="Procedure">A protocol's id.</param>
/// <param name="BloodThinner">"yes", "no", or null where nobody knows.</param>
/// <param name="CarerMayKnow">True where the patient allowed that the carer is told.</param>
public sealed record Enrolment(
    string Name,
    string Phone,
    string Language,
    string Procedure,
    DateOnly DischargedOn,
    DateOnly BirthDate,
    DateOnly ConsentedOn,
    string? BloodThinner = null,
    string? CarerName = null,
    string? CarerPhone = null,
    bool CarerMayKnow = false
);

/// <param name="LinkId">What the link's code is made from.</param>
public sealed record Enrolled(string PatientId, string LinkId, DateTimeOffset Until);
