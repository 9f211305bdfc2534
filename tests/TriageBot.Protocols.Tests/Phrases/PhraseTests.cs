using System.Text.RegularExpressions;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Reading;

namespace TriageBot.Protocols.Tests.Phrases;

public sealed partial class PhraseTests
{
    private static readonly string[] Groups = ["q.", "advice.", "topic.", "finding."];

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_question_option_advice_topic_and_finding_has_its_text(string language)
    {
        var phrases = Read(language);
        var needed = Shipped.Library.Protocols.SelectMany(Needed).Distinct().ToList();

        Assert.DoesNotContain(needed, key => !phrases.ContainsKey(key));
        Assert.DoesNotContain(phrases.Keys.Where(IsOwn).Except(needed), key => !IsTail(key));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void No_sentence_is_longer_than_fifteen_words(string language)
    {
        var tooLong = Read(language)
            .Where(phrase => IsOwn(phrase.Key))
            .SelectMany(phrase => SentenceEnd().Split(phrase.Value).Select(sentence => (phrase.Key, sentence)))
            .Where(pair => Word().Count(pair.sentence) > 15)
            .Select(pair => $"{pair.Key}: {pair.sentence}");

        Assert.Empty(tooLong);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void No_text_holds_a_word_that_phone_companies_act_on(string language)
    {
        Assert.DoesNotContain(Read(language), phrase => IsOwn(phrase.Key) && CarrierWord().IsMatch(phrase.Value));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void No_advice_names_a_dose_or_aspirin(string language)
    {
        var advice = Read(language).Where(p => p.Key.StartsWith("advice.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(advice);
        Assert.DoesNotContain(advice, phrase => Dose().IsMatch(phrase.Value));
    }

    private static bool IsOwn(string key) => Groups.Any(group => key.StartsWith(group, StringComparison.Ordinal));

    private static bool IsTail(string key) =>
        key.EndsWith(".tail", StringComparison.Ordinal)
        && Shipped.Kyphoplasty.Find(key["q.".Length..^".tail".Length]) is not null;

    private static IEnumerable<string> Needed(Protocol protocol) =>
        [
            .. protocol.Questions.Select(question => $"q.{question.Id}"),
            .. protocol.Questions.SelectMany(q => q.Options.Select(option => $"q.{q.Id}.{option.Id}")),
            .. protocol.Advice.Select(advice => $"advice.{advice.Id}"),
            .. protocol.Topics.Select(topic => $"topic.{topic.Id}"),
            .. Vocabulary.Findings.Concat(protocol.Rules.Select(rule => rule.About)).Select(id => $"finding.{id}"),
        ];

    private static Dictionary<string, string> Read(string language)
    {
        var path = Path.Combine(Shipped.Root, "dialogs", "phrases", $"{language}.yaml");
        var defects = new List<Defect>();
        var root = Node.Parse(path, File.ReadAllText(path), defects, "TEST");
        Assert.Empty(defects);
        return root.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Scalar ?? "");
    }

    [GeneratedRegex(@"(?<=[.?!:])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+([.'][\p{L}\p{Nd}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout|remove|start|unstop)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex CarrierWord();

    [GeneratedRegex(@"\b(mg|milligrams?|aspirin\w*|every \d|cada \d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dose();
}
