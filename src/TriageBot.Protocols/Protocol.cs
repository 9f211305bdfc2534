using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols;

public enum ReviewStatus
{
    Draft,
    Approved,
}

/// <summary>Which clinician vouches for a protocol, and until when.</summary>
/// <param name="ReviewedBy">Name and licence; null while a draft.</param>
public sealed record Review(ReviewStatus Status, string? ReviewedBy, DateOnly? ReviewedOn, DateOnly? ReviewDue);

/// <summary>
/// The numbers that the rules and the reader share, each written once.
/// </summary>
/// <param name="Fever">From here on a reading is a fever, in degrees Celsius, inclusive.</param>
/// <param name="SeverePain">From here on a pain score is severe; 0 to 10, inclusive.</param>
/// <param name="RecentHours">An emergency finding that ended within so many hours still counts as one.</param>
public sealed record Thresholds(decimal Fever, int SeverePain, int RecentHours)
{
    /// <summary>Emergency answers older than so many hours are asked again before self-care is said.</summary>
    public required int StaleHours { get; init; }

    /// <summary>An emergency question unanswered for so many minutes, after symptoms were named, is a nurse's.</summary>
    public required int SilenceMinutes { get; init; }

    /// <summary>A nurse must act on an emergency within so many minutes.</summary>
    public required int EmergencyMinutes { get; init; }

    /// <summary>A bare reply within so many seconds of an emergency question was not meant for it.</summary>
    public required int ReadingSeconds { get; init; }

    /// <summary>All thresholds by the name that conditions use: <c>fever</c>, <c>severe-pain</c>, <c>raised</c> …</summary>
    public IReadOnlyDictionary<string, decimal> Named { get; init; } = new Dictionary<string, decimal>();
}

/// <summary>
/// One clinical protocol: what is asked, in which order, and which answers reach which route. Immutable, shared by all
/// conversations that run on it.
/// </summary>
/// <param name="Id">kebab-case: <c>kyphoplasty</c>.</param>
/// <param name="Version">Semantic version, set by the clinicians.</param>
/// <param name="Hash">SHA-256 of the texts that it was read from, lower-case hex.</param>
public sealed record Protocol(
    string Id,
    string Version,
    string Hash,
    Review Review,
    Thresholds Thresholds,
    ImmutableArray<Section> Sections,
    ImmutableArray<Rule> Rules,
    ImmutableArray<Advice> Advice,
    ImmutableArray<Topic> Topics
)
{
    /// <summary>How soon a nurse must act on a check-in that cannot be closed as self-care and that no rule speaks of.</summary>
    public required Routes.Disposition Unfinished { get; init; }

    /// <summary>
    /// Ids of the emergency texts (phrase <c>emergency.ID</c>), the one to send first where several reasons apply at once
    /// standing first.
    /// </summary>
    public ImmutableArray<string> Instructions { get; init; } = [];

    /// <summary>Findings whose callback is never put off to the next morning.</summary>
    public ImmutableArray<string> NeverWaits { get; init; } = [];

    /// <summary>The ids that can be heard and are never asked, listed so that a forgotten question shows.</summary>
    public ImmutableArray<string> ListenedFor { get; init; } = [];

    /// <summary>All questions in the order in which they are asked.</summary>
    public ImmutableArray<Question> Questions { get; } = [.. Sections.SelectMany(section => section.Questions)];

    /// <summary>What answers to the questions report, in the script's order.</summary>
    internal ImmutableArray<Reported> Reported { get; } =
    [.. Sections.SelectMany(section => section.Questions).Select(question => new Reported(question))];

    /// <summary>The questions whose answers tell more of what was reported elsewhere, in the script's order.</summary>
    internal ImmutableArray<Question> FollowUps { get; } =
    [
        .. Sections
            .SelectMany(section => section.Questions)
            .Where(q => !(q.Details.IsEmpty && q.SettlesDoubt.IsEmpty && q.SettlesBaseline.IsEmpty)),
    ];

    /// <summary>The findings for which a question on the baseline exists.</summary>
    internal ImmutableArray<string> Baseline { get; } =
    [.. Sections.SelectMany(section => section.Questions).SelectMany(q => q.SettlesBaseline).Distinct()];

    public Question? Find(string question) => Questions.FirstOrDefault(q => q.Id == question);
}
