using System.Collections.Immutable;
using System.Text;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>
/// What free text can say, as far as the protocol can tell it apart: for each finding one observation of each kind, and for
/// each question the denial of all that it asks. Two observations are of one kind where every condition, every follow-up and
/// every "need not be asked" treats them alike.
/// </summary>
internal static class Sayings
{
    public static ImmutableArray<ImmutableArray<Observation>> Of(
        IReadOnlyList<Protocol> protocols,
        Partition partition
    ) =>
        [
            .. Vocabulary
                .Findings.Concat(Vocabulary.Intents)
                .Order(StringComparer.Ordinal)
                .SelectMany(finding => Kinds(protocols, finding, partition))
                .Select(o => ImmutableArray.Create(o)),
            .. protocols
                .SelectMany(protocol => protocol.Questions)
                .Where(q => q.SettledByText)
                .Select(Denial)
                .Where(said => said.Length > 1),
        ];

    private static ImmutableArray<Observation> Denial(Question question) =>
        [.. question.Claims.Select(claim => new Observation(claim.Finding, Polarity.Absent)).Distinct()];

    private static IEnumerable<Observation> Kinds(
        IReadOnlyList<Protocol> protocols,
        string finding,
        Partition partition
    )
    {
        var views = protocols.Select(protocol => new View(protocol, finding)).Where(view => view.SeesAnything).ToList();
        return views.Count == 0
            ? []
            : Candidates(views, finding, partition)
                .Select(o => (Observation: o, Kind: string.Concat(views.Select(view => view.KindOf(o)))))
                .GroupBy(pair => pair.Kind, pair => pair.Observation, StringComparer.Ordinal)
                .Select(group => group.First());
    }

    private static IEnumerable<Observation> Candidates(List<View> views, string finding, Partition partition) =>
        from polarity in Enum.GetValues<Polarity>()
        from who in polarity == Polarity.Absent ? [Who.Patient] : Enum.GetValues<Who>()
        from time in Times
        from trend in Values(views.SelectMany(view => view.Trends), Trend.Same, Trend.Worse)
        from @where in Values(views.SelectMany(view => view.Wheres))
        from severity in Values(views.SelectMany(view => view.Severities))
        from celsius in finding == "temperature" && polarity == Polarity.Present
            ? partition.Celsius.Select(reading => (decimal?)reading)
            : [null]
        select new Observation(finding, polarity)
        {
            Who = who,
            When = time.When,
            HoursAgo = time.HoursAgo,
            Trend = trend,
            Where = @where,
            Severity = severity,
            Celsius = celsius,
        };

    // Longer ago than any protocol may call recent.
    private static ImmutableArray<(When When, int? HoursAgo)> Times { get; } =
    [
        (When.Unknown, null),
        (When.Now, null),
        (When.SinceProcedure, null),
        (When.SinceProcedure, 1000),
        (When.BeforeProcedure, null),
        (When.Hypothetical, null),
    ];

    /// <summary>"Not said", all values that are named, and one that is not.</summary>
    private static List<T> Values<T>(IEnumerable<T> named, params T[] always)
        where T : struct, Enum
    {
        var values = named.Concat(always).Prepend(default).Distinct().ToList();
        var other = Enum.GetValues<T>().Where(value => !values.Contains(value)).Take(values.Count > 1 ? 1 : 0);
        return [.. values, .. other];
    }

    /// <summary>How one protocol looks at one finding.</summary>
    private sealed class View
    {
        private readonly Protocol protocol;
        private readonly ImmutableArray<Condition.Has> leaves;
        private readonly ImmutableArray<Observation> claims;
        private readonly ImmutableArray<AnswerSheet> sheets;

        public View(Protocol protocol, string finding)
        {
            this.protocol = protocol;
            leaves =
            [
                .. Conditions
                    .Of(protocol)
                    .SelectMany(Conditions.Leaves)
                    .OfType<Condition.Has>()
                    .Where(has => has.Findings.Contains(finding)),
            ];
            claims =
            [
                .. protocol.Questions.SelectMany(q => q.Claims).Where(claim => claim.Finding == finding).Distinct(),
            ];
            var details = protocol
                .Questions.Where(q => q.Details.Contains(finding))
                .SelectMany(q => q.Yes.Concat(q.Options.SelectMany(option => option.Finds)));
            Wheres = [.. leaves.SelectMany(leaf => leaf.Where), .. claims.Concat(details).Select(claim => claim.Where)];
            Trends = [.. leaves.SelectMany(leaf => leaf.Trend), .. claims.Select(claim => claim.Trend)];
            Severities = [.. leaves.SelectMany(leaf => leaf.Severity)];
            sheets =
            [
                AnswerSheet.Empty,
                .. protocol
                    .FollowUps.Where(q => Concerns(q, finding))
                    .SelectMany(q => Answers(q).Select(a => AnswerSheet.Empty.With(q.Id, a))),
            ];
            SeesAnything = leaves.Length > 0 || claims.Length > 0 || finding == "temperature";
        }

        public bool SeesAnything { get; }
        public ImmutableArray<Where> Wheres { get; }
        public ImmutableArray<Trend> Trends { get; }
        public ImmutableArray<Severity> Severities { get; }

        public string KindOf(Observation o)
        {
            var kind = new StringBuilder();
            foreach (var sheet in sheets)
            {
                var judge = new Judge(protocol, sheet.Hear([o]));
                foreach (var leaf in leaves)
                {
                    kind.Append(judge.Holds(leaf) ? '1' : '0');
                }

                kind.Append(judge.Evidence.CurrencyOf(o) is null ? '-' : '+');
                kind.AppendJoin(',', judge.Evidence.Temperatures).Append(';');
            }

            foreach (var claim in claims)
            {
                kind.Append(Claim.IsTold(claim, o) ? '1' : '0');
            }

            return kind.Append(o.Polarity == Polarity.Unsure ? 'u' : ' ').Append('/').ToString();
        }

        private static bool Concerns(Question q, string finding) =>
            q.Details.Contains(finding) || q.SettlesDoubt.Contains(finding) || q.SettlesBaseline.Contains(finding);

        private static IEnumerable<Answer> Answers(Question q) =>
            q.Kind switch
            {
                QuestionKind.AnyOf => q
                    .Options.Select(option => (Answer)new Answer.Selected([option.Id]))
                    .Append(new Answer.Selected([])),
                QuestionKind.Choice => q.Options.Select(option => new Answer.Chosen(option.Id)),
                _ => [new Answer.Yes(), new Answer.No()],
            };
    }
}
