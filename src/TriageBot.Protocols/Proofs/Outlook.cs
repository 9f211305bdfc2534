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
    private readonly Protocol protocol;
    private readonly Residues residues;
    private readonly ImmutableHashSet<string> emergencies;
    private readonly ImmutableArray<int> ranks;
    private readonly ImmutableArray<Disposition> dispositions;
    private readonly ImmutableArray<UInt128> claims;
    private readonly ImmutableArray<decimal> cuts;
    private readonly ImmutableHashSet<string> trends;
    private readonly ImmutableHashSet<string> severities;
    private readonly ImmutableHashSet<string> times;

    /// <param name="emergencies">Ids of the questions of which an outlook says whether they are behind.</param>
    public Outlook(Protocol protocol, IEnumerable<string> emergencies)
    {
        this.protocol = protocol;
        this.emergencies = [.. emergencies];
        residues = new Residues(protocol);
        var leaves = Conditions.Of(protocol).SelectMany(Conditions.Leaves).ToList();
        cuts =
        [
            .. leaves
                .OfType<Condition.TemperatureIs>()
                .SelectMany(leaf => new[] { leaf.AtLeast, leaf.Below })
                .OfType<decimal>()
                .Distinct(),
        ];
        dispositions =
        [
            .. protocol.Rules.Select(rule => rule.Disposition).Append(Disposition.SelfCare).Distinct().Order(),
        ];
        ranks = [.. protocol.Rules.Select(rule => dispositions.IndexOf(rule.Disposition))];
        claims = [.. protocol.Questions.Select(q => residues.MaskOf(q.Claims.Select(claim => claim.Finding)))];
        var has = leaves.OfType<Condition.Has>().ToList();
        trends = [.. has.Where(leaf => !leaf.Trend.IsEmpty).SelectMany(leaf => leaf.Findings)];
        severities = [.. has.Where(leaf => !leaf.Severity.IsEmpty).SelectMany(leaf => leaf.Findings)];
        times = [.. has.Where(leaf => !leaf.When.IsEmpty).SelectMany(leaf => leaf.Findings)];
    }

    /// <param name="sheet">All that is known.</param>
    public string Of(AnswerSheet sheet) => Of(sheet, new Judge(protocol, sheet));

    /// <param name="judge">Has read the sheet.</param>
    public string Of(AnswerSheet sheet, Judge judge)
    {
        var view = new View(protocol, sheet, judge, residues.LeafCount);
        Close(view);
        var open = new List<long>(protocol.Rules.Length);
        var rank = 0;
        var settled = new List<Rule>();
        for (var i = 0; i < protocol.Rules.Length; i++)
        {
            switch (residues.Of(protocol.Rules[i].When, view))
            {
                case Residues.Holds:
                    rank = Math.Max(rank, ranks[i]);
                    settled.Add(protocol.Rules[i]);
                    break;
                case var residue and >= 0:
                    open.Add(((long)ranks[i] << 32) | (uint)residue);
                    break;
            }
        }

        var text = new StringBuilder();
        UInt128 read = 0;
        text.Append(rank);
        open.Sort();
        var last = -1L;
        foreach (var rule in open)
        {
            var (reached, residue) = ((int)(rule >> 32), (int)rule);
            if (reached > rank && rule != last)
            {
                text.Append('|').Append(reached).Append('=').Append(residue);
                read |= residues.ReadBy(residue);
                last = rule;
            }
        }

        AddQuestions(text, view, ref read);
        AddPending(text, view, read);
        if (dispositions[rank] < protocol.Unfinished)
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
                if (
                    protocol.Questions[i].When is { } when
                    && view.IsOpen(i)
                    && residues.Of(when, view) == Residues.Fails
                )
                {
                    view.Close(i);
                    closed = true;
                }
            }
        } while (closed);
    }

    private void AddQuestions(StringBuilder text, View view, ref UInt128 read)
    {
        var heard = residues.MaskOf(view.Sheet.Heard.Select(o => o.Finding));
        for (var i = 0; i < protocol.Questions.Length; i++)
        {
            var question = protocol.Questions[i];
            if (view.IsOpen(i))
            {
                var when = question.When is null ? Residues.Holds : residues.Of(question.When, view);
                var settled =
                    question.SettledByText
                    && (claims[i] & heard) == claims[i]
                    && Script.IsSettled(question, view.Sheet, view.Judge.Evidence);
                text.Append("|?").Append(i).Append('=').Append(when).Append(settled ? "s" : "");
                read |= when >= 0 ? residues.ReadBy(when) : 0;
                read |= view.Sheet.Heard.IsEmpty ? 0 : claims[i];
            }
            else if (view.Sheet[question.Id] is Answer.NotAsked && emergencies.Contains(question.Id))
            {
                text.Append("|!").Append(i);
            }
        }
    }

    private void AddPending(StringBuilder text, View view, UInt128 read)
    {
        if (!view.Pending.IsEmpty)
        {
            var pending = view
                .Pending.Where(o => (read & residues.MaskOf(o.Finding)) != 0)
                .Select(o => Describe(o, view))
                .Distinct()
                .Order(StringComparer.Ordinal);
            foreach (var o in pending)
            {
                text.Append('|').Append(o);
            }
        }

        if ((read & residues.MaskOf(Leaf.Temperature)) != 0 && !view.Judge.Evidence.Temperatures.IsEmpty)
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

    /// <summary>A sheet as it is looked at.</summary>
    internal sealed class View
    {
        private readonly ImmutableArray<Question> openFollowUps;
        private readonly bool[] open;
        private readonly int[] verdicts;

        public View(Protocol protocol, AnswerSheet sheet, Judge judge, int leaves)
        {
            verdicts = new int[leaves];
            Sheet = sheet;
            Judge = judge;
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

        /// <summary>What was decided stays decided; what was open may not be any more.</summary>
        public void Close(int question)
        {
            open[question] = false;
            for (var i = 0; i < verdicts.Length; i++)
            {
                verdicts[i] = verdicts[i] >= 0 ? 0 : verdicts[i];
            }
        }

        /// <summary>A comparison's verdict, found once: below zero where decided, above where open, zero where not known.</summary>
        public ref int Verdict(int leaf) => ref verdicts[leaf];

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
