namespace TriageBot.Records.CaseFiles;

/// <summary>What the hospital's own systems are told of a case. It names no patient and holds no text of one.</summary>
/// <param name="Kind"><c>triage</c>, <c>bot-failed</c> or <c>undelivered</c>.</param>
/// <param name="Disposition"><c>emergency</c>, <c>callback</c> or <c>selfcare</c>.</param>
/// <param name="WithinMinutes">How soon a nurse must act, counted from the turn that found it.</param>
public sealed record NoticeData(
    string Case,
    string Conversation,
    string Kind,
    string Disposition,
    int? WithinMinutes,
    DateTimeOffset Due,
    string Status
);
