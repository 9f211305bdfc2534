using TriageBot.Conversation.Effects;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;

namespace TriageBot.Host.Cases;

/// <summary>A case in a list.</summary>
/// <param name="Kind">"triage", "bot-failed" or "undelivered".</param>
/// <param name="Disposition">"emergency", "callback" or "selfcare".</param>
/// <param name="Due">By when a nurse must act, in the hospital's time.</param>
/// <param name="Status">"open", "acknowledged" or "closed".</param>
/// <param name="Headline">Null where the case was erased.</param>
internal sealed record CaseLine(
    string Id,
    string Kind,
    string Disposition,
    DateTimeOffset OpenedAt,
    DateTimeOffset Due,
    bool Overdue,
    string Status,
    string? AcknowledgedBy,
    string? Headline
)
{
    public static CaseLine Of(CaseRow row, TimeZoneInfo zone, DateTimeOffset now) =>
        new(
            row.Id,
            row.Kind switch
            {
                CaseKind.BotFailed => "bot-failed",
                CaseKind.Undelivered => "undelivered",
                _ => "triage",
            },
            row.Route switch
            {
                Protocols.Routes.Route.Emergency => "emergency",
                Protocols.Routes.Route.Callback => "callback",
                _ => "selfcare",
            },
            TimeZoneInfo.ConvertTime(row.OpenedAt, zone),
            TimeZoneInfo.ConvertTime(row.Due, zone),
            row.Status != CaseStatus.Closed && row.FallsDueAt <= now,
            row.Status switch
            {
                CaseStatus.Open => "open",
                CaseStatus.Acknowledged => "acknowledged",
                _ => "closed",
            },
            row.AcknowledgedBy,
            CaseFile.CardOf(row)?.Situation.Headline
        );
}
