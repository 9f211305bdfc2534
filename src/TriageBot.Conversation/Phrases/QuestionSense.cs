using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using TriageBot.Language;
using TriageBot.Protocols;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Reading;

namespace TriageBot.Conversation.Phrases;

/// <summary>
/// Holds what a question says against what is recorded of its answers. Patients agree to words and rules see findings:
/// where the two part, a proved protocol still sends somebody the wrong way. The words are read as a patient's would be.
/// </summary>
internal sealed partial class QuestionSense(IReadOnlyList<Protocol> protocols, PatientReader reader)
{
    private readonly ImmutableHashSet<string> emergencies =
    [
        .. protocols
            .SelectMany(protocol => protocol.Questions)
            .Where(question => question.Stakes == Stakes.Emergency)
            .SelectMany(question => question.Yes.Concat(question.Options.SelectMany(option => option.Finds)))
            .Select(found => found.Finding),
    ];

    /// <param name="texts">All texts of the language, by key; they receive what is wrong.</param>
    public void Check(string language, IReadOnlyDictionary<string, Node> texts)
    {
        foreach (var agreed in protocols.SelectMany(AllThatIsAgreedTo).DistinctBy(agreed => agreed.Key))
        {
            // A text that is missing is said in the first language, and was reported.
            if (texts.TryGetValue(agreed.Key, out var node) && node.Scalar is { } text)
            {
                Check(agreed, reader.Read(text, language), text, node);
            }
        }

        var yesNo = protocols.SelectMany(p => p.Questions).Where(question => question.Kind == QuestionKind.YesNo);
        foreach (var key in yesNo.Select(q => $"{QuestionKeys.KeyOf(q)}.tail").Append("tail.yes-no").Distinct())
        {
            if (texts.TryGetValue(key, out var node) && node.Scalar is { } text)
            {
                CheckNumbers(language, text, node);
            }
        }
    }

    /// <summary>"1 = yes, 2 = no": what a number is said to mean, and what it is read as.</summary>
    private void CheckNumbers(string language, string text, Node node)
    {
        foreach (var (number, meaning) in new[] { ("1", YesNo.Yes), ("2", YesNo.No), ("9", YesNo.Unsure) })
        {
            var said = Meaning().Matches(text).Where(match => match.Groups[1].Value == number).ToList();
            if (said.Count != 1 || reader.Read(said[0].Groups[2].Value, language).YesNo != meaning)
            {
                node.Report("PH016", $"'{text}' must say once that {number} is a '{meaning}', which it is read as");
            }
        }
    }

    private static IEnumerable<Agreed> AllThatIsAgreedTo(Protocol protocol) =>
        protocol.Questions.SelectMany(question =>
            question.Kind switch
            {
                QuestionKind.AnyOf => question.Options.Select(option => new Agreed(
                    QuestionKeys.KeyOf(question, option),
                    option.Asks,
                    option.Finds,
                    question,
                    protocol.Thresholds
                )),
                QuestionKind.YesNo =>
                [
                    new Agreed(
                        QuestionKeys.KeyOf(question),
                        question.Asks,
                        question.Yes,
                        question,
                        protocol.Thresholds
                    ),
                ],
                _ => [],
            }
        );

    private void Check(Agreed agreed, Reading reading, string text, Node node)
    {
        var said = reading.Mentions.Select(mention => mention.Observation.Finding).ToHashSet(StringComparer.Ordinal);
        var recorded = agreed.Findings;
        var unsaid = recorded.Where(finding => !said.Contains(finding)).ToList();
        if (agreed.MustSayAll ? unsaid.Count > 0 : agreed.MustSayOne && unsaid.Count == recorded.Count)
        {
            node.Report(
                "PH012",
                $"'{text}' does not say {string.Join(", ", unsaid)}, which is recorded of it; "
                    + "word it so, or teach the lexicon these words"
            );
        }

        var softened = agreed.IsEmergency ? [] : said.Where(emergencies.Contains).Except(recorded).ToList();
        if (softened.Count > 0)
        {
            node.Report(
                "PH013",
                $"'{text}' says {string.Join(", ", softened)}, an emergency, and that is not recorded of it; "
                    + "ask for it among the emergencies, and only there"
            );
        }

        if (NumberInForce(agreed, reading, text) is { } number)
        {
            node.Report("PH014", $"'{text}' names another number than the {number} that the protocol decides by");
        }
    }

    /// <summary>The threshold that the text should name and does not; null where it names it, or no number at all.</summary>
    private static string? NumberInForce(Agreed agreed, Reading reading, string text)
    {
        var (fever, pain) = (agreed.Thresholds.Fever, agreed.Thresholds.SeverePain);
        if (agreed.Findings.Contains("fever") && reading.Temperatures.Any(named => named.Celsius != fever))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{fever} C ({fever * 9 / 5 + 32:0.0} F)");
        }

        var numbers = Digits().Matches(text).Select(match => match.Value).ToList();
        var decides = pain.ToString(CultureInfo.InvariantCulture);
        return agreed.Findings.Contains("back_pain_severe") && numbers.Count > 0 && !numbers.Contains(decides)
            ? decides
            : null;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"(\d+) = ([^\d=]+)")]
    private static partial Regex Meaning();

    /// <summary>Words that a patient agrees to with one answer, and what is recorded of it.</summary>
    private sealed record Agreed(
        string Key,
        ImmutableArray<string> Asks,
        ImmutableArray<Observation> Finds,
        Question Question,
        Thresholds Thresholds
    )
    {
        public bool IsEmergency => Question.Stakes == Stakes.Emergency;

        /// <summary>A label is a few words. In a whole question one part may be told in words that are nobody's own.</summary>
        public bool MustSayAll => IsEmergency && Question.Kind == QuestionKind.AnyOf;

        public bool MustSayOne => Findings.Count > 0 && (IsEmergency || Question.Kind == QuestionKind.AnyOf);

        public IReadOnlyCollection<string> Findings { get; } =
        [.. Asks.Concat(Finds.Select(found => found.Finding)).Where(Vocabulary.Findings.Contains).Distinct()];
    }
}
