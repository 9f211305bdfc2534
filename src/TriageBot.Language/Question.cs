using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;

namespace TriageBot.Language;

/// <summary>The question that a text replies to, as the patient saw it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Options">Its options in the order of their numbers, with the labels shown; empty where it has none.</param>
public sealed record AskedQuestion(Question Question, ImmutableArray<AskedOption> Options);

/// <param name="Id">The option's id.</param>
/// <param name="Label">The text that the patient saw.</param>
public sealed record AskedOption(string Id, string Label);

/// <summary>What a reply says to the question asked.</summary>
/// <param name="Answer">The typed answer; null where the reply does not answer it.</param>
/// <param name="Problem">Why there is none, where the patient should be told: an ambiguous or impossible number.</param>
public sealed record Reply(Answer? Answer, ReplyProblem Problem = ReplyProblem.None);

public enum ReplyProblem
{
    None,

    /// <summary>Two readings are possible: "1015" is 101.5 °F or a slip.</summary>
    Ambiguous,

    /// <summary>No living patient has it: below 30 or above 45 °C; a scale above 10.</summary>
    Impossible,

    /// <summary>A phone number with too few or too many digits.</summary>
    NotDiallable,
}
