using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Patients;

/// <summary>
/// The conversations that were begun through a patient's link. Each visit begins one of its own, so that a link that fell
/// into other hands shows nothing; the birth date opens the last one before.
/// </summary>
public sealed class PatientTalks(RecordsDatabase database, TimeProvider clock)
{
    /// <summary>Wrong birth dates after which a link shows nothing any more.</summary>
    public const int Tries = 5;

    public Task BeginAsync(
        string patientId,
        string externalConversation,
        string user,
        CancellationToken stop = default
    ) =>
        database.WriteAsync(
            (records, _) =>
            {
                records.PatientTalks.Add(
                    new PatientTalkRow
                    {
                        ExternalConversationId = externalConversation,
                        PatientId = patientId,
                        UserId = user,
                        StartedAt = clock.GetUtcNow(),
                    }
                );
                return Task.CompletedTask;
            },
            stop
        );

    /// <summary>True where the patient has written before.</summary>
    public async Task<bool> AnyAsync(string patientId, CancellationToken stop = default)
    {
        using var records = database.OpenForReading();
        return await Written(records, patientId).AnyAsync(stop);
    }

    /// <summary>Opens the last conversation for somebody who knows the patient's birth date.</summary>
    public Task<Opened> OpenAsync(string linkId, DateOnly birthDate, CancellationToken stop = default) =>
        database.WriteAsync(
            async (records, cancelled) =>
            {
                var now = clock.GetUtcNow();
                var link = await records
                    .PatientLinks.AsTracking()
                    .SingleOrDefaultAsync(
                        row => row.Id == linkId && row.RevokedAt == null && row.ExpiresAt > now,
                        cancelled
                    );
                if (link is null or { WrongBirthDates: >= Tries })
                {
                    return new Opened(null, 0);
                }

                var born = await records
                    .Patients.Where(patient => patient.Id == link.PatientId)
                    .Select(patient => patient.BirthDate)
                    .SingleAsync(cancelled);
                Audit(records, link.PatientId, born == birthDate ? "history-opened" : "history-refused");
                if (born == birthDate)
                {
                    link.WrongBirthDates = 0;
                    var talk = await Written(records, link.PatientId)
                        .OrderByDescending(row => row.StartedAt)
                        .FirstOrDefaultAsync(cancelled);
                    return new Opened(talk, Tries);
                }

                link.WrongBirthDates++;
                return new Opened(null, Tries - link.WrongBirthDates);
            },
            stop
        );

    // A visit in which nothing was written is no conversation.
    private static IQueryable<PatientTalkRow> Written(RecordsContext records, string patientId) =>
        records.PatientTalks.Where(talk =>
            talk.PatientId == patientId
            && records.Addresses.Any(address =>
                address.Door == Doors.DirectLine
                && address.ChannelId == Doors.DirectLine
                && address.ExternalConversationId == talk.ExternalConversationId
                && address.UserId == talk.UserId
            )
        );

    private void Audit(RecordsContext records, string patientId, string kind) =>
        records.Audit.Add(
            new AuditRow
            {
                At = clock.GetUtcNow(),
                Actor = "link",
                Kind = kind,
                Detail = patientId,
            }
        );
}

/// <param name="Talk">The conversation before; null where the birth date is wrong, or nothing was written yet.</param>
/// <param name="TriesLeft">How many more birth dates may be given; zero where the link shows nothing any more.</param>
public sealed record Opened(PatientTalkRow? Talk, int TriesLeft);
