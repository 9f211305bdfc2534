using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Routes;

namespace TriageBot.Protocols.Proofs;

/// <summary>One reached point of a check-in; it stands for all check-ins with the same outlook.</summary>
internal sealed class Situation(Situation? before, Turn? turn, Scope scope, AnswerSheet sheet, Assessment assessment)
{
    private readonly List<Situation> next = [];

    /// <summary>A beginning.</summary>
    public Situation(Scope scope, AnswerSheet sheet, Assessment assessment)
        : this(null, null, scope, sheet, assessment) { }

    /// <summary>The way here with the fewest turns; null for a beginning.</summary>
    public Situation? Before { get; } = before;
    public Turn? Turn { get; } = turn;

    /// <summary>The questions that are answered in all ways.</summary>
    public Scope Scope { get; } = scope;
    public AnswerSheet Sheet { get; } = sheet;
    public Assessment Assessment { get; } = assessment;

    /// <summary>How many turns it took.</summary>
    public int Turns { get; } = before is null ? 0 : before.Turns + 1;

    /// <summary>True where something was said in free text on the way.</summary>
    public bool HasHeard => !Sheet.Heard.IsEmpty;

    /// <summary>The situations that the answers to the next question lead to, one entry for each answer.</summary>
    public IReadOnlyList<Situation> Next => next;

    public Disposition Ruled => RuledBy(Assessment);

    /// <summary>What the rules alone say, without "unfinished".</summary>
    public static Disposition RuledBy(Assessment assessment) =>
        assessment.Reasons is [var first, ..] ? first.Rule.Disposition : Disposition.SelfCare;

    public void LeadsTo(Situation situation) => next.Add(situation);

    /// <summary>All turns from the beginning.</summary>
    public ImmutableArray<Turn> Way()
    {
        var way = new Stack<Turn>();
        for (var at = this; at.Turn is not null; at = at.Before!)
        {
            way.Push(at.Turn);
        }

        return [.. way];
    }
}
