using System.Collections.Immutable;
using System.Numerics;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Routes;

namespace TriageBot.Protocols.Proofs;

/// <summary>
/// Walks every check-in that a protocol allows, by <see cref="Script"/> and <see cref="Triage"/> themselves: every kind of
/// answer to every question, and in every situation every kind of free text, once a check-in. Breadth first, so that the
/// first way to a situation is the shortest.
/// </summary>
internal sealed class Exploration
{
    private readonly Protocol protocol;
    private readonly Partition partition;
    private readonly Outlook outlook;
    private readonly ImmutableArray<ImmutableArray<Observation>> sayings;
    private readonly Dictionary<string, Situation> reached = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Situation, int> waiting = new();
    private readonly ImmutableArray<ImmutableArray<Observation>> later;
    private readonly int limit;

    /// <param name="sayings">What may be said in free text.</param>
    /// <param name="emergencies">Questions of which a situation says whether they are behind.</param>
    /// <param name="limit">Give up beyond so many situations.</param>
    public Exploration(
        Protocol protocol,
        Partition partition,
        ImmutableArray<ImmutableArray<Observation>> sayings,
        IEnumerable<string> emergencies,
        int limit
    )
    {
        this.protocol = protocol;
        this.partition = partition;
        this.sayings = sayings;
        this.limit = limit;
        outlook = new Outlook(protocol, emergencies);
        var nothing = outlook.Of(AnswerSheet.Empty);
        later = [.. sayings.Where(said => !IsAlarm(said) && outlook.Of(AnswerSheet.Empty.Hear(said)) != nothing)];
    }

    public IReadOnlyCollection<Situation> Situations => reached.Values;

    public IReadOnlyList<Situation> Beginnings { get; private set; } = [];

    /// <summary>Single turns looked at, before equal situations were joined.</summary>
    public int Steps { get; private set; }

    /// <summary>True where there were more situations than the limit, so that nothing is proved.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Called for every single turn, with the situation before it and the one after.</summary>
    public required Action<Situation, Situation> OnTurn { get; init; }

    public void Run()
    {
        Beginnings = [.. partition.Beginnings.Select(sheet => Reach(null, null, sheet)).Distinct()];
        Walk();
        // What free text leaves no trace of is a situation that is known by now.
        foreach (
            var situation in reached
                .Values.Where(s => s.Sheet.Facts.IsEmpty && s.Ruled.Route != Route.Emergency)
                .ToList()
        )
        {
            Listen(situation);
        }

        Walk();
    }

    /// <summary>The situation that stands for a sheet, or null where none was reached.</summary>
    public Situation? Find(AnswerSheet sheet) => reached.GetValueOrDefault(outlook.Of(sheet));

    /// <summary>How many different check-ins without free text there are, from the first question to the end.</summary>
    public BigInteger CountWays()
    {
        var ways = new Dictionary<Situation, BigInteger>(ReferenceEqualityComparer.Instance);
        foreach (var situation in reached.Values.OrderByDescending(situation => situation.Sheet.Answers.Count))
        {
            ways[situation] = Count(situation);
        }

        return Beginnings.Aggregate(BigInteger.Zero, (sum, beginning) => sum + ways[beginning]);

        BigInteger Count(Situation situation)
        {
            if (ways.TryGetValue(situation, out var known))
            {
                return known;
            }

            var count = situation.Next.Count == 0 ? BigInteger.One : BigInteger.Zero;
            foreach (var next in situation.Next)
            {
                count += Count(next);
            }

            return ways[situation] = count;
        }
    }

    /// <summary>An emergency by itself needs no further look in every situation: <see cref="RuleChecks"/> proves that it stays one.</summary>
    private bool IsAlarm(ImmutableArray<Observation> said) =>
        Triage.Assess(protocol, AnswerSheet.Empty.Hear(said)).Disposition.Route == Route.Emergency;

    private void Walk()
    {
        while (waiting.TryDequeue(out var situation, out _) && !GaveUp)
        {
            Answer(situation);
            GaveUp = reached.Count > limit;
        }
    }

    private void Answer(Situation situation)
    {
        if (situation.Assessment.Next is not { } question)
        {
            return;
        }

        foreach (var answer in partition.Of(question))
        {
            var next = Reach(situation, Turn.Of(question.Id, answer), situation.Sheet.With(question.Id, answer));
            situation.LeadsTo(next);
        }
    }

    private void Listen(Situation situation)
    {
        foreach (var said in situation.Turns == 0 ? sayings : later)
        {
            Reach(situation, Turn.Of(said), Script.Hear(protocol, situation.Sheet, said));
        }
    }

    private Situation Reach(Situation? before, Turn? turn, AnswerSheet sheet)
    {
        var after = new Situation(before, turn, sheet, Triage.Assess(protocol, sheet));
        if (before is not null)
        {
            Steps++;
            OnTurn(before, after);
        }

        var key = outlook.Of(sheet);
        if (!reached.TryGetValue(key, out var known))
        {
            reached[key] = known = after;
            waiting.Enqueue(after, after.Turns);
        }

        return known;
    }
}
