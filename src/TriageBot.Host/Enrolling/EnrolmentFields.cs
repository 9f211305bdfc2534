namespace TriageBot.Host.Enrolling;

/// <summary>The names of what is known of a patient: of the options of <c>enrol</c>, and of the columns of its file.</summary>
internal static class EnrolmentFields
{
    public const string Name = "name";
    public const string Phone = "phone";
    public const string Language = "language";
    public const string Procedure = "procedure";
    public const string Discharged = "discharged";
    public const string Born = "born";
    public const string Consented = "consented";
    public const string BloodThinner = "blood-thinner";
    public const string Carer = "carer";
    public const string CarerPhone = "carer-phone";
    public const string CarerMayKnow = "carer-may-know";

    /// <summary>Each with what to write there.</summary>
    public static readonly IReadOnlyList<(string Name, string What)> All =
    [
        (Name, "The patient's name"),
        (Phone, "The patient's number, as 423 555 0142 or +34 600 000 000"),
        (Language, "en or es"),
        (Procedure, "kyphoplasty or vertebroplasty"),
        (Discharged, "The day of going home, as 2026-11-20"),
        (Born, "The birth date, as 1950-03-02"),
        (Consented, "The day on which the patient agreed to be written with, as 2026-11-20"),
        (BloodThinner, "yes, no or unknown. Default: unknown"),
        (Carer, "Who helps the patient"),
        (CarerPhone, "The carer's number"),
        (CarerMayKnow, "yes where the patient allowed that the carer is told. Default: no"),
    ];
}
