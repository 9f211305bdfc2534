using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;

namespace TriageBot.Records.Patients;

/// <summary>Who was enrolled, and the links that they were given. Every act is audited.</summary>
public sealed class PatientRegister(RecordsDatabase database, TimeProvider clock)
{
    /// <summary>In characters of <see cref="Letters"/>: 40 bits.</summary>
    private const int IdLength = 8;

    // None that looks like another when it is read out or typed from paper.
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    private static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(30);

    /// <summary>Enrols all of them, or, where the records cannot take it, none.</summary>
    public Task<IReadOnlyList<Enrolled>> EnrolAsync(
        IReadOnlyList<Enrolment> patients,
        string actor,
        CancellationToken stop = default
    ) =>
        database.WriteAsync<IReadOnlyList<Enrolled>>(
            (records, _) =>
            {
                var now = clock.GetUtcNow();
                var enrolled = patients.Select(patient => Add(records, patient, actor, now)).ToList();
                return Task.FromResult<IReadOnlyList<Enrolled>>(enrolled);
            },
            stop
        );

    /// <summary>The patient whom a link leads to; null where there is none, or it has ended or was revoked.</summary>
    public async Task<PatientRow?> FindByLinkAsync(string linkId, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow();
        using var records = database.OpenForReading();
        return await records
            .PatientLinks.Where(link => link.Id == linkId && link.RevokedAt == null && link.ExpiresAt > now)
            .Join(records.Patients, link => link.PatientId, patient => patient.Id, (_, patient) => patient)
            .SingleOrDefaultAsync(stop);
    }

    /// <summary>Ends a link at once.</summary>
    /// <returns>False where there is no such link.</returns>
    public Task<bool> RevokeAsync(string linkId, string actor, CancellationToken stop = default) =>
        database.WriteAsync(
            async (records, cancelled) =>
            {
                var link = await records
                    .PatientLinks.AsTracking()
                    .SingleOrDefaultAsync(row => row.Id == linkId, cancelled);
                if (link is null)
                {
                    return false;
                }

                link.RevokedAt ??= clock.GetUtcNow();
                records.Audit.Add(Entry(actor, "link-revoked", link.PatientId));
                return true;
            },
            stop
        );

    internal static PatientLinkRow NewLink(RecordsContext records, string patient, DateTimeOffset now)
    {
        var link = new PatientLinkRow
        {
            Id = RandomNumberGenerator.GetString(Letters, IdLength),
            PatientId = patient,
            CreatedAt = now,
            ExpiresAt = now + LinkLifetime,
        };
        records.PatientLinks.Add(link);
        return link;
    }

    private static Enrolled Add(RecordsContext records, Enrolment patient, string actor, DateTimeOffset now)
    {
        var row = new PatientRow
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            Name = patient.Name,
            Phone = patient.Phone,
            Language = patient.Language,
            Procedure = patient.Procedure,
            DischargedOn = patient.DischargedOn,
            BirthDate = patient.BirthDate,
            ConsentedOn = patient.ConsentedOn,
            BloodThinner = patient.BloodThinner,
            CarerName = patient.CarerName,
            CarerPhone = patient.CarerPhone,
            CarerMayKnow = patient.CarerMayKnow,
            EnrolledAt = now,
        };
        records.Patients.Add(row);
        var link = NewLink(records, row.Id, now);
        records.Audit.Add(
            new AuditRow
            {
                At = now,
                Actor = actor,
                Kind = "patient-enrolled",
                Detail = row.Id,
            }
        );
        return new Enrolled(row.Id, link.Id, link.ExpiresAt);
    }

    private AuditRow Entry(string actor, string kind, string detail) =>
        new()
        {
            At = clock.GetUtcNow(),
            Actor = actor,
            Kind = kind,
            Detail = detail,
        };
}
