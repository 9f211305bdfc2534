using System.Collections.Immutable;
using System.Numerics;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;

namespace TriageBot.Protocols.Proofs;

/// <summary>Walks two versions of a protocol at once, over one sheet of answers.</summary>
internal sealed class DoubleWalk(Protocol old, Protocol @new)
{
    private readonly Partition partition = new([old, @new]);
    private readonly Outlook oldOutlook = new(old, []);
    private readonly Outlook newOutlook = new(@new, []);
    private readonly Dictionary<string, Point> reached = new(StringComparer.Ordinal);
    private readonly Queue<Point> waiting = new();
    private readonly Dictionary<(Disposition From, Disposition To), (HashSet<string> Classes, Point Shortest)> moves =
    [];

    public IEnumerable<Move> Moves =>
        moves.Select(move => new Move(move.Key.From, move.Key.To, move.Value.Classes.Count, move.Value.Shortest.Way()));

    public int Situations => reached.Count;

    public BigInteger Ways { get; private set; }

    public BigInteger Changed { get; private set; }

    public void Run()
    {
        var beginning = Join(new Point(null, null, AnswerSheet.Empty, old, @new));
        while (waiting.TryDequeue(out var point))
        {
            if (point.Next is { } question)
            {
                foreach (var answer in partition.Of(question))
                {
                    point.Following.Add(
                        Join(Go(point, Turn.Of(question.Id, answer), point.Sheet.With(question.Id, answer)))
                    );
                }
            }
        }

        foreach (var said in Sayings.Of([old, @new], partition))
        {
            Follow(beginning, Turn.Of(said), Script.Hear(@new, Script.Hear(old, AnswerSheet.Empty, said), said));
        }

        (Ways, Changed) = Count(
            beginning,
            new Dictionary<Point, (BigInteger, BigInteger)>(ReferenceEqualityComparer.Instance)
        );
    }

    private static (BigInteger All, BigInteger Changed) Count(
        Point point,
        Dictionary<Point, (BigInteger, BigInteger)> known
    )
    {
        if (known.TryGetValue(point, out var counts))
        {
            return counts;
        }

        var (all, changed) = (BigInteger.Zero, BigInteger.Zero);
        foreach (var (ways, moved) in point.Following.Select(next => Count(next, known)))
        {
            (all, changed) = (all + ways, changed + moved);
        }

        return known[point] = point.Following.Count > 0 ? (all, changed) : (1, point.Old == point.New ? 0 : 1);
    }

    /// <summary>What is said unasked may part the two versions only at the end, when there is nothing else to tell.</summary>
    private void Follow(Point beginning, Turn cause, AnswerSheet sheet)
    {
        var at = Go(beginning, cause, sheet);
        while (at.Next is { } question && at.Old == at.New)
        {
            var answer = Partition.Clear(question);
            at = Go(at, Turn.Of(question.Id, answer), at.Sheet.With(question.Id, answer), cause);
        }
    }

    /// <summary>Takes one turn, and notes it where it is the one that parts the two versions.</summary>
    /// <param name="cause">The turn that it follows from, where it is not this one.</param>
    private Point Go(Point before, Turn turn, AnswerSheet sheet, Turn? cause = null)
    {
        var after = new Point(before, turn, sheet, old, @new);
        if (after.Old != after.New && before.Old == before.New)
        {
            var key = (after.Old, after.New);
            if (!moves.TryGetValue(key, out var move))
            {
                moves[key] = move = ([], after);
            }

            move.Classes.Add($"{cause ?? turn}");
        }

        return after;
    }

    private Point Join(Point point)
    {
        // An end keeps its verdicts: what is decided is no part of an outlook.
        var key = $"{oldOutlook.Of(point.Sheet)}//{newOutlook.Of(point.Sheet)}//{point.Old}//{point.New}";
        if (!reached.TryGetValue(key, out var known))
        {
            reached[key] = known = point;
            waiting.Enqueue(point);
        }

        return known;
    }

    private sealed class Point
    {
        public Point(Point? before, Turn? turn, AnswerSheet sheet, Protocol old, Protocol @new)
        {
            Before = before;
            Turn = turn;
            Sheet = sheet;
            var (first, second) = (Triage.Assess(old, sheet), Triage.Assess(@new, sheet));
            Old = first.Disposition;
            New = second.Disposition;
            Next = first.Next ?? second.Next;
        }

        public Point? Before { get; }
        public Turn? Turn { get; }
        public AnswerSheet Sheet { get; }
        public Disposition Old { get; }
        public Disposition New { get; }
        public Question? Next { get; }
        public List<Point> Following { get; } = [];

        public ImmutableArray<Turn> Way() => Before is null || Turn is null ? [] : [.. Before.Way(), Turn];
    }
}
