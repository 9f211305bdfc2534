using TriageBot.Conversation;
using TriageBot.Host.Configuration;
using TriageBot.Host.Content;
using TriageBot.Records.Patients;

namespace TriageBot.Host.Enrolling;

/// <summary>Enrols patients from what somebody typed, and makes their links.</summary>
internal sealed class EnrolmentDesk(
    PatientRegister register,
    LinkCodes codes,
    TriageContent content,
    ClinicalFiles files,
    HostSettings settings,
    IHostEnvironment environment,
    TimeProvider clock
)
{
    private const string DevelopersOwn = "http://localhost:3978";

    /// <summary>What links begin with; null where nobody has said it.</summary>
    private string? Place =>
        settings.DirectLine.PublicUrl?.ToString().TrimEnd('/') ?? (environment.IsDevelopment() ? DevelopersOwn : null);

    public Task<EnrolAnswer> EnrolAsync(IReadOnlyDictionary<string, string> fields, string by, CancellationToken stop)
    {
        var problems = new List<string>();
        var patient = Reader().Read(fields, problems);
        return EnrolAsync(patient is null ? [] : [patient], problems, by, stop);
    }

    public Task<EnrolAnswer> EnrolFileAsync(string csv, string by, CancellationToken stop)
    {
        var problems = new List<string>();
        var patients = EnrolmentFile.Read(new StringReader(csv), Reader(), problems);
        return EnrolAsync(patients, problems, by, stop);
    }

    public async Task<bool> RevokeAsync(string code, string by, CancellationToken stop) =>
        codes.Read(code) is { } id && await register.RevokeAsync(id, by, stop);

    private async Task<EnrolAnswer> EnrolAsync(
        IReadOnlyList<Enrolment> patients,
        List<string> problems,
        string by,
        CancellationToken stop
    )
    {
        if (Place is null)
        {
            problems.Add(
                "DirectLine:PublicUrl is missing. Set it to where patients reach this host: links begin with it"
            );
        }

        if (problems.Count > 0)
        {
            return new EnrolAnswer([], problems);
        }

        var enrolled = await register.EnrolAsync(patients, by, stop);
        return new EnrolAnswer([.. patients.Zip(enrolled, (patient, given) => LineOf(patient, given))], []);
    }

    private EnrolledLine LineOf(Enrolment patient, Enrolled given) =>
        new(patient.Name, $"{Place}/p/{codes.Of(given.LinkId)}", given.Until);

    private EnrolmentReader Reader() =>
        new(
            content,
            [.. files.Protocols.Protocols.Select(protocol => protocol.Id)],
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), settings.Organization.TimeZone).DateTime)
        );
}

/// <param name="Problems">What to correct; where there is one, nobody was enrolled.</param>
internal sealed record EnrolAnswer(IReadOnlyList<EnrolledLine> Patients, IReadOnlyList<string> Problems);

/// <param name="Link">What the patient opens.</param>
internal sealed record EnrolledLine(string Name, string Link, DateTimeOffset Until);
