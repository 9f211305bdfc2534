using System.Collections.Immutable;
using System.Numerics;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>
/// Walks every check-in that a protocol allows, by <see cref="Script"/> and <see cref="Triage"/> themselves: every kind of
/// answer to every question, every kind of free text before the first question and whatever follows from it, and free text
/// in every situation that differs in what can meet it. Breadth first, so that the first way to a situation is the shortest.
/// </summary>
internal sealed class Exploration
{
    private readonly Protocol protocol;
    private readonly Partition partition;
    private readonly Outlook outlook;
    private readonly ImmutableArray<string> emergencies;
    private readonly Dictionary<string, Situation> reached = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Situation, int> waiting = new();
    private readonly List<Situation> beginnings = [];
    private readonly int limit;

    /// <param name="emergencies">Questions of which a situation says whether they are behind.</param>
    /// <param name="limit">Give up beyond so many situations.</param>
    public Exploration(Protocol protocol, Partition partition, IEnumerable<string> emergencies, int limit)
    {
        this.protocol = protocol;
        this.partition = partition;
        this.limit = limit;
        this.emergencies = [.. emergencies];
        outlook = new Outlook(protocol, this.emergencies);
    }

    public IReadOnlyCollection<Situation> Situations => reached.Values;

    /// <summary>Single turns looked at, before equal situations were joined.</summary>
    public int Turns { get; private set; }

    /// <summary>True where there were more situations than the limit, so that nothing is proved.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Called for every single turn, with the situation before it and the one after.</summary>
    public required Action<Situation, Situation> OnTurn { get; init; }

    /// <summary>Goes through all answers.</summary>
    public void Answer()
    {
        foreach (var sheet in partition.Beginnings)
        {
            var judge = new Judge(protocol, sheet);
            var beginning = new Situation(Scope.Everything, sheet, Triage.Assess(protocol, sheet, judge));
            beginnings.Add(Join(beginning, judge));
            Walk();
        }
    }

    /// <summary>Then puts free text before, and between, what was answered.</summary>
    public void Listen(ImmutableArray<ImmutableArray<Observation>> sayings)
    {
        var silent = reached.Values.OrderBy(situation => situation.Turns).ToList();
        var scopes = new Dictionary<string, (Scope Scope, List<Situation> Before)>(StringComparer.Ordinal);
        foreach (var said in sayings)
        {
            var name = string.Join('+', said.Select(o => o.Finding));
            if (!scopes.TryGetValue(name, out var place))
            {
                var whole = Scope.Of(protocol, said);
                scopes[name] = place = (whole, [.. silent.DistinctBy(situation => Meets(situation, whole))]);
            }

            var (scope, before) = place;
            foreach (var situation in before)
            {
                var sheet = Script.Hear(protocol, situation.Sheet, said);
                var judge = new Judge(protocol, sheet);
                var assessment = Triage.Assess(protocol, sheet, judge);
                var after = Look(new Situation(situation, Turn.Of(said), scope, sheet, assessment));
                if (situation.Turns == 0)
                {
                    Join(after, judge);
                }
            }

            Walk();
        }
    }

    /// <summary>The situation that stands for a sheet without free text, or null where none was reached.</summary>
    public Situation? Find(AnswerSheet sheet) =>
        reached.GetValueOrDefault(
            KeyOf(Scope.Everything, sheet, Triage.Assess(protocol, sheet), new Judge(protocol, sheet))
        );

    /// <summary>How many questions the longest check-in without free text asks.</summary>
    public int CountMostQuestions()
    {
        var longest = new Dictionary<Situation, int>(ReferenceEqualityComparer.Instance);
        return beginnings.Max(Count);

        int Count(Situation situation)
        {
            if (!longest.TryGetValue(situation, out var count))
            {
                longest[situation] = count = situation.Next.Count == 0 ? 0 : 1 + situation.Next.Max(Count);
            }

            return count;
        }
    }

    /// <summary>How many different check-ins without free text there are, from the first question to the end.</summary>
    public BigInteger CountWays()
    {
        var ways = new Dictionary<Situation, BigInteger>(ReferenceEqualityComparer.Instance);
        return beginnings.Aggregate(BigInteger.Zero, (sum, beginning) => sum + Count(beginning));

        BigInteger Count(Situation situation)
        {
            if (!ways.TryGetValue(situation, out var count))
            {
                count = situation.Next.Aggregate(BigInteger.Zero, (sum, next) => sum + Count(next));
                ways[situation] = count = situation.Next.Count == 0 ? 1 : count;
            }

            return count;
        }
    }

    private static string Meets(Situation situation, Scope scope) =>
        string.Join(
            ';',
            situation
                .Sheet.Answers.Where(pair => scope.Questions.Contains(pair.Key))
                .Select(pair => $"{pair.Key}={AnswerNotation.Write(pair.Value)}")
        );

    private void Walk()
    {
        while (waiting.TryDequeue(out var situation, out _) && !GaveUp)
        {
            if (situation.Assessment.Next is { } question)
            {
                foreach (var answer in partition.Of(question, situation.Scope))
                {
                    var sheet = situation.Sheet.With(question.Id, answer);
                    var judge = new Judge(protocol, sheet);
                    var assessment = Triage.Assess(protocol, sheet, judge);
                    var turn = Turn.Of(question.Id, answer);
                    var after = Look(new Situation(situation, turn, situation.Scope, sheet, assessment));
                    situation.LeadsTo(Join(after, judge));
                }
            }

            GaveUp = reached.Count > limit;
        }
    }

    private Situation Look(Situation after)
    {
        Turns++;
        OnTurn(after.Before!, after);
        return after;
    }

    private Situation Join(Situation situation, Judge judge)
    {
        var key = KeyOf(situation.Scope, situation.Sheet, situation.Assessment, judge);
        if (!reached.TryGetValue(key, out var known))
        {
            reached[key] = known = situation;
            waiting.Enqueue(situation, situation.Turns);
        }

        return known;
    }

    /// <summary>
    /// Of an end nothing may still come. Where a rule decided it, all that is looked at is where it leads, what is said,
    /// and which emergency question was left out; where it is self-care, everything that is in doubt.
    /// </summary>
    private string KeyOf(Scope scope, AnswerSheet sheet, Assessment assessment, Judge judge)
    {
        if (assessment.Next is not null || assessment.Disposition.Route == Route.SelfCare)
        {
            return scope.Name + outlook.Of(sheet, judge);
        }

        var skipped = emergencies.Where(id => sheet[id] is Answer.NotAsked);
        return $"{scope.Name}/{assessment.Disposition}/{assessment.Instruction}/{string.Join(',', skipped)}";
    }
}
