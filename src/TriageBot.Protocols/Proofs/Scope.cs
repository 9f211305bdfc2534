using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>
/// The questions whose answers can meet a finding: in a rule that reads both, or because they report it, ask about it or
/// wait for it. No answer to another question changes what the finding leads to, so beside the finding those need no more
/// than one answer each.
/// </summary>
/// <param name="Name">The findings, or empty for the scope that holds every question.</param>
/// <param name="Words">Ids of options that can meet them.</param>
internal sealed record Scope(string Name, ImmutableHashSet<string> Questions, ImmutableHashSet<string> Words)
{
    public static Scope Everything { get; } = new("", [], []);

    public bool Holds(Question question) => Name.Length == 0 || Questions.Contains(question.Id);

    /// <summary>True where ticking the option makes a difference to the findings.</summary>
    public bool Holds(Option option) => Name.Length == 0 || Words.Contains(option.Id);

    public static Scope Of(Protocol protocol, ImmutableArray<Observation> said)
    {
        var findings = said.Select(o => o.Finding).ToHashSet(StringComparer.Ordinal);
        var together = new HashSet<string>(StringComparer.Ordinal);
        var words = new HashSet<string>(StringComparer.Ordinal);
        var questions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var condition in Conditions.Of(protocol))
        {
            var leaves = Conditions.Leaves(condition).ToList();
            if (leaves.Exists(leaf => Reads(leaf, findings)))
            {
                together.UnionWith(leaves.OfType<Condition.Has>().SelectMany(leaf => leaf.Findings));
                questions.UnionWith(leaves.Select(QuestionOf).OfType<string>());
                words.UnionWith(leaves.OfType<Condition.AnswerIs>().SelectMany(leaf => leaf.Is));
                questions.UnionWith(
                    protocol
                        .Questions.Where(q =>
                            q.Kind == QuestionKind.Temperature && leaves.OfType<Condition.TemperatureIs>().Any()
                        )
                        .Select(q => q.Id)
                );
            }
        }

        questions.UnionWith(
            protocol
                .Questions.Where(q => Reports(q, together) || Concerns(q, findings) || Waits(q, findings))
                .Select(q => q.Id)
        );
        together.UnionWith(findings);
        var options = protocol
            .Questions.SelectMany(q => q.Options)
            .Where(option => option.Claims.Any(o => together.Contains(o.Finding)));
        return new Scope(
            string.Join('+', findings.Order(StringComparer.Ordinal)),
            [.. questions],
            [.. words, .. options.Select(option => option.Id)]
        );
    }

    private static bool Reads(Condition leaf, HashSet<string> findings) =>
        leaf switch
        {
            Condition.Has has => has.Findings.Any(findings.Contains),
            Condition.TemperatureIs => findings.Contains("temperature"),
            _ => false,
        };

    private static string? QuestionOf(Condition leaf) =>
        leaf switch
        {
            Condition.AnswerIs answer => answer.Question,
            Condition.ScaleIs scale => scale.Question,
            _ => null,
        };

    private static bool Reports(Question q, HashSet<string> findings) =>
        q.Yes.Concat(q.Options.SelectMany(option => option.Finds)).Any(o => findings.Contains(o.Finding));

    private static bool Concerns(Question q, HashSet<string> findings) =>
        q.Claims.Any(claim => findings.Contains(claim.Finding))
        || q.Details.Concat(q.SettlesDoubt).Concat(q.SettlesBaseline).Any(findings.Contains);

    private static bool Waits(Question q, HashSet<string> findings) =>
        q.When is not null && Conditions.Leaves(q.When).Any(leaf => Reads(leaf, findings));
}
