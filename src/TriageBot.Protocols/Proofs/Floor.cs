using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Reading;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>
/// What no protocol may go below, whatever it says. It stands beside the protocols because a proof can only show that
/// they agree with themselves: a rule that was forgotten agrees with itself.
/// </summary>
/// <param name="Thresholds">The bounds, inclusive, of each named number.</param>
/// <param name="Instructions">Ids of the emergency texts, the one to send first standing first.</param>
/// <param name="NeverWaits">Findings whose callback is never put off to the next morning.</param>
/// <param name="Asked">What is asked of everybody who is well, with the stakes that its question has at least.</param>
/// <param name="FollowUps">What is asked of whoever tells something.</param>
/// <param name="Rules">
/// What must come of something, at least. A condition on an answer names, instead of a question, what is asked about.
/// </param>
public sealed record Floor(
    ImmutableArray<FloorBounds> Thresholds,
    ImmutableArray<string> Instructions,
    ImmutableArray<string> NeverWaits,
    ImmutableArray<FloorQuestion> Asked,
    ImmutableArray<FloorFollowUp> FollowUps,
    ImmutableArray<Rule> Rules
)
{
    private static readonly Lazy<Floor> BuiltIn = new(Load);

    /// <summary>The floor that is built into the program, from <c>dialogs/floor.yaml</c>.</summary>
    public static Floor Shipped => BuiltIn.Value;

    private static Floor Load()
    {
        using var stream = typeof(Floor).Assembly.GetManifestResourceStream("floor.yaml")!;
        using var reader = new StreamReader(stream);
        return FloorReader.Read(new SourceText("floor.yaml", reader.ReadToEnd().ReplaceLineEndings("\n")));
    }
}

/// <summary>The bounds of a threshold, inclusive, in its own unit.</summary>
public sealed record FloorBounds(string Threshold, decimal AtLeast, decimal AtMost);

/// <summary>What everybody is asked about.</summary>
/// <param name="Where">The part of the body that it is asked of; unknown where any will do.</param>
public sealed record FloorQuestion(Stakes Stakes, string Asks, Where Where);

/// <summary>What must be asked, by a word of <c>asks:</c>, of whoever tells something.</summary>
/// <param name="When">What is told.</param>
/// <param name="Stakes">The stakes of the question, at least.</param>
public sealed record FloorFollowUp(string Id, Condition When, Stakes Stakes, ImmutableArray<string> Asks);
