using TriageBot.BotFramework.Schema;
using TriageBot.Host.Cases;
using TriageBot.Host.Enrolling;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Link;

/// <summary>
/// What verbs do with the records. One process at a time writes to them: where a host runs, it does the work for the verb.
/// </summary>
internal interface IHostWork
{
    Task<IReadOnlyList<CaseLine>> ListAsync(bool openOnly, CancellationToken stop);

    /// <summary>Null where there is no such case.</summary>
    Task<CaseSheet?> ReadAsync(string id, string reader, CancellationToken stop);

    Task<DeskAnswer> AcknowledgeAsync(string id, string nurse, CancellationToken stop);

    Task<DeskAnswer> CloseAsync(string id, string nurse, string outcome, CancellationToken stop);

    /// <summary>Runs a turn of the conversation at this terminal.</summary>
    /// <param name="protocol">The protocol that the person is enrolled in, or null.</param>
    Task<TurnAnswer> SayAsync(Activity activity, string? protocol, CancellationToken stop);

    /// <summary>What the bot has said since, by itself and in answers.</summary>
    /// <param name="conversation">Our own id of it.</param>
    /// <param name="watermark">The number of the last thing seen.</param>
    Task<IReadOnlyList<Spoken>> ReadSinceAsync(string conversation, long watermark, CancellationToken stop);

    /// <summary>Enrols one patient from what was typed, by the names of <see cref="EnrolmentFields"/>.</summary>
    Task<EnrolAnswer> EnrolAsync(IReadOnlyDictionary<string, string> fields, string by, CancellationToken stop);

    /// <summary>Enrols all patients of a file of comma-separated values, or none.</summary>
    Task<EnrolAnswer> EnrolFileAsync(string csv, string by, CancellationToken stop);

    /// <summary>Ends a patient's link; false where there is none with that code.</summary>
    Task<bool> RevokeLinkAsync(string code, string by, CancellationToken stop);

    /// <summary>All activities of a conversation as JSON, oldest first; null where there is none. The look is audited.</summary>
    /// <param name="id">Of the conversation, or of one of its cases.</param>
    /// <param name="reader">Who looks.</param>
    Task<IReadOnlyList<string>?> RecordAsync(string id, string reader, CancellationToken stop);
}
