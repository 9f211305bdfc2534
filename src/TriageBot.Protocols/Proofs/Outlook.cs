using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>
/// What may still come of a check-in. Two sheets with one outlook are asked the same from here on and end alike, so one of
/// them stands for both: that is what keeps a proof from growing with 2^questions.
/// </summary>
/// <remarks>
/// Every rule and every <c>when:</c> is evaluated with three values, "holds", "does not hold" and "not decided", and only
/// what is left undecided is part of the outlook; of what is decided, only the most urgent route that it reached.
/// </remarks>
internal sealed class Outlook
{
    private const int Holds = -1;
    private const int Fails = -2;

    private readonly Protocol protocol;
    private readonly Dictionary<Condition, Leaf> leaves = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<ImmutableHashSet<string>> reads = [];
    private readonly ImmutableHashSet<string> emergencies;
    private readonly Dictionary<Disposition, int> ranks;
    private readonly ImmutableArray<decimal> cuts;
    private readonly ImmutableHashSet<string> trends;
    private readonly ImmutableHashSet<string> severities;
    private readonly ImmutableHashSet<string> times;

    /// <param name="emergencies">Ids of the questions of which an outlook says whether they are behind.</param>
    public Outlook(Protocol protocol, IEnumerable<string> emergencies)
    {
        this.protocol = protocol;
        this.emergencies = [.. emergencies];
        foreach (var leaf in Conditions.Of(protocol).SelectMany(Conditions.Leaves))
        {
            leaves.TryAdd(leaf, Leaf.Of(protocol, leaf));
        }

        cuts =
        [
            .. leaves
                .Keys.OfType<Condition.TemperatureIs>()
                .SelectMany(leaf => new[] { leaf.AtLeast, leaf.Below })
                .OfType<decimal>()
                .Distinct(),
        ];
        ranks = protocol
            .Rules.Select(rule => rule.Disposition)
            .Append(Disposition.SelfCare)
            .Distinct()
            .Order()
            .Select((disposition, rank) => (disposition, rank))
            .ToDictionary();
        var has = leaves.Keys.OfType<Condition.Has>().ToList();
        trends = [.. has.Where(leaf => !leaf.Trend.IsEmpty).SelectMany(leaf => leaf.Findings)];
        severities = [.. has.Where(leaf => !leaf.Severity.IsEmpty).SelectMany(leaf => leaf.Findings)];
        times = [.. has.Where(leaf => !leaf.When.IsEmpty).SelectMany(leaf => leaf.Findings)];
    }

    /// <param name="sheet">All that is known.</param>
    public string Of(AnswerSheet sheet)
    {
        var view = new View(protocol, sheet);
        Close(view);
        var open = new SortedSet<(int Rank, int Condition)>();
        var floor = Disposition.SelfCare;
        var settled = new List<Rule>();
        foreach (var rule in protocol.Rules)
        {
            switch (Reduce(rule.When, view))
            {
                case Holds:
                    floor = Disposition.Max(floor, rule.Disposition);
                    settled.Add(rule);
                    break;
                case var condition and >= 0:
                    open.Add((ranks[rule.Disposition], condition));
                    break;
            }
        }

        var text = new StringBuilder();
        var read = new HashSet<string>(StringComparer.Ordinal);
        var rank = ranks[floor];
        text.Append(rank);
        foreach (var rule in open.Where(rule => rule.Rank > rank))
        {
            text.Append('|').Append(rule.Rank).Append('=').Append(rule.Condition);
            read.UnionWith(reads[rule.Condition]);
        }

        AddQuestions(text, view, read);
        AddPending(text, view, read);
        if (floor < protocol.Unfinished)
        {
            AddDoubts(text, view, settled);
        }

        return text.ToString();
    }

    /// <summary>Strikes out the questions that cannot be asked any more; each may decide what another waits for.</summary>
    private void Close(View view)
    {
        bool closed;
        do
        {
            closed = false;
            for (var i = 0; i < protocol.Questions.Length; i++)
            {
                if (protocol.Questions[i].When is { } when && view.IsOpen(i) && Reduce(when, view) == Fails)
                {
                    view.Close(i);
                    closed = true;
                }
            }
        } while (closed);
    }

    private void AddQuestions(StringBuilder text, View view, HashSet<string> read)
    {
        for (var i = 0; i < protocol.Questions.Length; i++)
        {
            var question = protocol.Questions[i];
            if (view.IsOpen(i))
            {
                var when = question.When is null ? Holds : Reduce(question.When, view);
                var settled = question.SettledByText && Script.IsSettled(question, view.Sheet, view.Judge.Evidence);
                text.Append(CultureInfo.InvariantCulture, $"|?{question.Id}={when}{(settled ? "s" : "")}");
                read.UnionWith(when >= 0 ? reads[when] : []);
                read.UnionWith(view.Sheet.Heard.IsEmpty ? [] : question.Claims.Select(claim => claim.Finding));
            }
            else if (view.Sheet[question.Id] is Answer.NotAsked && emergencies.Contains(question.Id))
            {
                text.Append(CultureInfo.InvariantCulture, $"|!{question.Id}");
            }
        }
    }

    private void AddPending(StringBuilder text, View view, HashSet<string> read)
    {
        var pending = view
            .Pending.Where(o => read.Contains(o.Finding))
            .Select(o => Describe(o, view))
            .Distinct()
            .Order(StringComparer.Ordinal);
        foreach (var o in pending)
        {
            text.Append('|').Append(o);
        }

        if (read.Contains(Leaf.Temperature) && !view.Judge.Evidence.Temperatures.IsEmpty)
        {
            var highest = view.Judge.Evidence.Temperatures.Max();
            text.Append('|').Append(cuts.Count(cut => cut <= highest)).Append("°C");
        }
    }

    /// <summary>What conditions can see of an observation.</summary>
    private string Describe(Observation o, View view)
    {
        var trend = trends.Contains(o.Finding) ? o.Trend : Trend.Unknown;
        var severity = severities.Contains(o.Finding) ? o.Severity : Severity.Unknown;
        var time = times.Contains(o.Finding) ? o.When : When.Unknown;
        var currency = view.Judge.Evidence.CurrencyOf(o);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{o.Finding},{o.Polarity},{o.Who},{currency},{o.Where},{trend},{severity},{time},{Settled.IsUnclear(o)}"
        );
    }

    private void AddDoubts(StringBuilder text, View view, List<Rule> settled)
    {
        foreach (var question in protocol.Questions.Where(q => view.Sheet[q.Id] is Answer.Unsure or Answer.NotRead))
        {
            if (!settled.Exists(rule => view.Judge.SpeaksFor(rule.When, question.Id)))
            {
                var rephrased = question.Rephrase is { } id ? Rephrased(view.Sheet[id]) : "";
                text.Append(CultureInfo.InvariantCulture, $"|~{question.Id}={rephrased}");
            }
        }
    }

    private static string Rephrased(Answer answer) =>
        answer switch
        {
            Answer.NotAsked => "open",
            Answer.Unsure or Answer.NotRead => "doubt",
            _ => "clear",
        };

    private int Reduce(Condition condition, View view)
    {
        switch (condition)
        {
            case Condition.All all:
                return Join("&", all.Parts, Holds, Fails, view);
            case Condition.Any any:
                return Join("|", any.Parts, Fails, Holds, view);
            case Condition.Not not:
                var part = Reduce(not.Part, view);
                return part switch
                {
                    Holds => Fails,
                    Fails => Holds,
                    _ => IdOf($"!{part}", [part]),
                };
            default:
                var leaf = leaves[condition];
                return leaf.Verdict(view) switch
                {
                    true => Holds,
                    false => Fails,
                    null => IdOf(leaf.Text, leaf.Reads),
                };
        }
    }

    private int Join(string how, ImmutableArray<Condition> conditions, int neutral, int decisive, View view)
    {
        var parts = new SortedSet<int>();
        foreach (var condition in conditions)
        {
            var part = Reduce(condition, view);
            if (part == decisive)
            {
                return decisive;
            }

            if (part != neutral)
            {
                parts.Add(part);
            }
        }

        return parts.Count switch
        {
            0 => neutral,
            1 => parts.Min,
            _ => IdOf(how + string.Join(' ', parts), parts),
        };
    }

    private int IdOf(string text, IEnumerable<int> parts) =>
        ids.TryGetValue(text, out var id) ? id : IdOf(text, [.. parts.SelectMany(part => reads[part])]);

    private int IdOf(string text, ImmutableHashSet<string> findings)
    {
        if (!ids.TryGetValue(text, out var id))
        {
            ids[text] = id = reads.Count;
            reads.Add(findings);
        }

        return id;
    }

    /// <summary>A sheet as it is looked at.</summary>
    internal sealed class View
    {
        private readonly ImmutableArray<Question> openFollowUps;
        private readonly bool[] open;

        public View(Protocol protocol, AnswerSheet sheet)
        {
            Sheet = sheet;
            Judge = new Judge(protocol, sheet);
            open = [.. protocol.Questions.Select(question => sheet[question.Id] is Answer.NotAsked)];
            Told = [.. Judge.Evidence.Observations.Select(o => (o.Finding, o.Polarity))];
            openFollowUps = [.. protocol.FollowUps.Where(q => sheet[q.Id] is Answer.NotAsked)];
            Pending = [.. Judge.Evidence.Observations.Where(o => o.Polarity != Polarity.Absent && MayChange(o))];
        }

        public AnswerSheet Sheet { get; }
        public Judge Judge { get; }

        /// <summary>What a follow-up that is still open may change.</summary>
        public ImmutableArray<Observation> Pending { get; }

        public HashSet<(string Finding, Polarity Polarity)> Told { get; }

        /// <summary>False once the question is answered or can never be asked.</summary>
        public bool IsOpen(int question) => open[question];

        public void Close(int question) => open[question] = false;

        private bool MayChange(Observation o) =>
            openFollowUps.Any(q =>
                q.Id != o.Question
                && (
                    (o.Polarity == Polarity.Present && q.Details.Contains(o.Finding))
                    || (o.Polarity == Polarity.Unsure && q.SettlesDoubt.Contains(o.Finding))
                    || (Settled.IsUnclear(o) && q.SettlesBaseline.Contains(o.Finding))
                )
            );
    }
}
