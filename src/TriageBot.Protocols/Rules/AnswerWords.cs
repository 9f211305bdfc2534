using System.Collections.Frozen;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Rules;

/// <summary>The words that a condition on an answer may use beside the ids of the question's own options.</summary>
public static class AnswerWords
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string Unsure = "unsure";
    public const string NotRead = "not-read";
    public const string NotAsked = "not-asked";

    /// <summary>An any-of question answered with "none of these".</summary>
    public const string None = "none";
    public const string NoThermometer = "no-thermometer";

    public static FrozenSet<string> All { get; } =
        new[] { Yes, No, Unsure, NotRead, NotAsked, None, NoThermometer }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words and option ids that an answer to a question can be.</summary>
    public static IEnumerable<string> Of(Question question)
    {
        IEnumerable<string> own = question.Kind switch
        {
            QuestionKind.YesNo => [Yes, No],
            QuestionKind.AnyOf => [None],
            QuestionKind.Temperature => [NoThermometer],
            _ => [],
        };
        return [.. own, .. question.Options.Select(option => option.Id), Unsure, NotRead, NotAsked];
    }
}
