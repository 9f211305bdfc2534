using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Tests.Reading;

/// <summary>What the author of a protocol reads in the report: each mistake once, in words that say how to mend it.</summary>
public sealed class ReportTests
{
    private const string Approval =
        "status: approved\n  reviewed-by: Ann Lee, RN\n  reviewed-on: 2026-05-01\n  review-due: 2027-05-01";

    [Theory]
    [InlineData("TP002", "id: sample", "id:")]
    [InlineData("TP002", "version: 1.0.0", "version:")]
    [InlineData("TP002", "- id: severe\n    about", "- about")]
    [InlineData("TP002", "- id: rest\n    when", "- when")]
    [InlineData("TP002", "{ id: chest, finds", "{ finds")]
    [InlineData("TP002", "{ fact: back_pain }", "{ fact: '' }")]
    [InlineData("TP002", "{ answer: fever, is: no }", "{ answer: '', is: no }")]
    [InlineData("TP002", "{ scale: score, at-least", "{ scale: '', at-least")]
    [InlineData("TP002", "    infection: Fever", "    infection: Fever\n    other: ''")]
    [InlineData("TP003", "kind: scale", "kind: scale\n        unit: points")]
    [InlineData("TP004", "route: callback\n    within: 4h", "route: nurse\n    within: 4h")]
    [InlineData("TP004", "when: { answer: fever, is: no }", "when: always")]
    [InlineData("TP004", "when: { answer: fever, is: no }", "when: {}")]
    [InlineData("TP004", "{ has: fever }", "{ feels: hot }")]
    [InlineData("TP004", "{ route: callback, within: 1h }", "soon")]
    [InlineData("TP004", "thresholds:", "thresholds:\n  mild: 2")]
    [InlineData("TP004", "thresholds:", "thresholds:\n  mild: { value: two, addition: ours }")]
    [InlineData("TP005", "thresholds:", "thresholds:\n  Mild: { value: 2, addition: ours }")]
    [InlineData("TP005", "{ id: chest, finds", "{ id: Chest Pain, finds")]
    [InlineData("TP011", "asks: [chest_pain]", "asks: [chest_pain, [fever]]")]
    [InlineData("TP018", "addition: common sense", "addition: ' '")]
    [InlineData("TP025", "asks: [chest_pain]", "asks: [chest_pain]\n        rephrase: alarm-sure")]
    [InlineData("TP030", "  - thanks\n", "")]
    [InlineData("TP031", "status: draft", "status: approved\n  reviewed-on: 2026-05-01\n  review-due: 2027-05-01")]
    [InlineData(
        "TP031",
        "status: draft",
        "status: approved\n  reviewed-by:\n  reviewed-on: 2026-05-01\n  review-due: 2027-05-01"
    )]
    public void One_mistake_is_told_once(string code, string old, string mistake) =>
        Assert.Equal([code], Codes(Broken(old, mistake)));

    [Fact]
    public void Names_that_are_missing_are_not_said_to_be_the_same()
    {
        var options = Sample.Break(Sample.Text, "{ id: chest, finds", "{ finds");
        options = Sample.Break(options, "{ id: faint, finds", "{ finds");
        var rules = Sample.Break(Sample.Text, "- id: severe\n    about", "- about");
        rules = Sample.Break(rules, "- id: fever-high\n    about", "- about");

        Assert.All([options, rules], text => Assert.Equal(["TP002", "TP002"], Codes(text)));
    }

    [Fact]
    public void A_protocol_without_a_rule_is_told_so_and_not_what_it_would_need_besides()
    {
        var text = Sample.Text;
        var rules = text.IndexOf("rules:", StringComparison.Ordinal);
        var advice = text.IndexOf("advice:", StringComparison.Ordinal);

        Assert.Equal(["TP028"], Codes(text.Remove(rules, advice - rules)));
    }

    [Theory]
    [InlineData("bleading", "bleeding")]
    [InlineData("swelings", "swelling")]
    [InlineData("facedroop", "face_droop")]
    [InlineData("heart_pain", "chest_pain")]
    [InlineData("bruising", "bruise")]
    [InlineData("falling", "fainting")]
    [InlineData("back_pain", "back_pain_mild")]
    public void A_word_of_no_vocabulary_is_answered_with_the_nearest_one(string written, string nearest) =>
        Expect(
            $"'{written}' is no finding; write an id of the vocabulary, such as {nearest}",
            Broken("{ has: fever }", $"{{ has: {written} }}")
        );

    [Theory]
    [InlineData("cite: chest", "cite: chests", "the sheet has no line 'chests'; its lines are: chest, infection")]
    [InlineData(
        "at-least: severe-pain",
        "at-least: awful",
        "'awful' is neither a number nor a threshold; thresholds are: emergency-minutes, fever, reading-seconds, "
            + "recent-hours, severe-pain, silence-minutes, stale-hours"
    )]
    [InlineData(
        "{ id: chest,",
        "{ id: unsure,",
        "an option cannot be called 'unsure'; use small letters and hyphens, and none of: no, no-thermometer, none, "
            + "not-asked, not-read, unsure, yes"
    )]
    [InlineData("instruction: heart", "instruction: hart", "'hart' is no instruction; write one of: heart, legs")]
    [InlineData(
        "kind: scale",
        "kind: slider",
        "'slider' is not known here; write one of: yes-no, any-of, temperature, scale, choice, text, phone"
    )]
    [InlineData(
        "currency: current",
        "currency: old",
        "'old' is not known here; write one of: since-procedure, current, past, unchanged, unclear, any"
    )]
    [InlineData(
        "topics:\n  - id: shower",
        "topics:\n  - id: shower\n    owner: me",
        "'owner' is not known here; known are: addition, cite, id, offers-callback"
    )]
    [InlineData(
        "is: [yes, unsure, not-read] }",
        "is: [yes, not-read] }",
        "no rule says what 'unsure' to the emergency question 'alarm-sure' means; write one"
    )]
    [InlineData(
        "is: [yes, unsure, not-read] }",
        "is: [yes, unsure] }",
        "no rule says what 'not-read' to the emergency question 'alarm-sure' means; write one"
    )]
    [InlineData("at-least: fever,", "at-least: 29.9,", "29.9 is not degrees Celsius; write 30 to 45")]
    [InlineData("below: 45", "below: 45.1", "45.1 is not degrees Celsius; write 30 to 45")]
    [InlineData("at-least: severe-pain", "at-least: -1", "-1 is not a score from 0 to 10; write 0 to 11")]
    [InlineData("at-least: severe-pain", "below: 12", "12 is not a score from 0 to 10; write 0 to 11")]
    [InlineData("fever: { value: 38.0", "fever: { value: 38.1", "threshold 'fever' is 38.1; write 37.8 to 38.0")]
    public void The_report_names_what_would_be_right(string old, string mistake, string message) =>
        Expect(message, Broken(old, mistake));

    [Fact]
    public void A_rule_for_doubt_that_waits_longer_than_an_unfinished_check_in_is_none()
    {
        const string Rule = "route: callback\n    within: 1h\n    addition: never a no";

        Assert.Equal(["TP036", "TP036"], Codes(Broken(Rule, Rule.Replace("1h", "4h", StringComparison.Ordinal))));
    }

    [Fact]
    public void Findings_that_were_forgotten_are_told_in_the_order_of_the_alphabet()
    {
        var text = Sample.Break(Sample.Break(Sample.Text, "  - rash\n", ""), "  - cough\n", "");

        Assert.Equal(
            ["'cough' is", "'help' is", "'rash' is"],
            Sample
                .Read(Sample.Break(text, "  - help\n", ""))
                .Defects.Select(defect => defect.Message.Split(" neither")[0])
        );
    }

    [Fact]
    public void A_threshold_as_high_as_the_next_is_out_of_order()
    {
        var text = Sample.Break(
            Sample.Text,
            "thresholds:",
            "thresholds:\n  low: { value: 37.0, addition: ours }\n  raised: { value: 37.0, addition: ours }"
        );

        Expect("threshold 'low' is not below 'raised'; correct one of them", text);
    }

    [Theory]
    [InlineData(
        "stakes: emergency\n        when: { answer: alarm,",
        "stakes: callback\n        when: { answer: alarm,"
    )]
    [InlineData("thresholds:", "thresholds:\n  mild: { value: 2, addition: ours }")]
    [InlineData("at-least: severe-pain", "at-least: 0")]
    [InlineData("at-least: severe-pain", "below: 11")]
    [InlineData("at-least: fever,", "at-least: 30,")]
    [InlineData("fever: { value: 38.0", "fever: { value: 37.8")]
    [InlineData("          - { id: faint, finds: [fainting] }", EightOptions)]
    [InlineData("status: draft", Approval)]
    public void What_is_right_is_left_in_peace(string old, string other) => Assert.Empty(Codes(Broken(old, other)));

    [Fact]
    public void What_was_written_is_what_is_read()
    {
        var text = Sample.Break(Sample.Text, "status: draft", Approval);
        text = Sample.Break(text, "    offers-callback: true\n", "");
        var protocol = Assert.Single(Sample.Read(text).Library.Protocols);

        Assert.Equal(
            new Review(ReviewStatus.Approved, "Ann Lee, RN", new DateOnly(2026, 5, 1), new DateOnly(2027, 5, 1)),
            protocol.Review
        );
        Assert.False(Assert.Single(protocol.Topics).OffersCallback);
        Assert.All(protocol.Questions, question => Assert.True(question.SettledByText));
        Assert.Equal("never a no", Rule<Source.Addition>("alarm-in-doubt").Because);
        Assert.Equal("Fever", Rule<Source.Cite>("fever-high").Text);

        T Rule<T>(string id) => Assert.IsType<T>(protocol.Rules.Single(rule => rule.Id == id).Source);
    }

    [Fact]
    public void Each_stands_for_its_finding_and_another_for_itself()
    {
        var text = Broken("{ has: each, currency: current }", "{ has: [each, cough], currency: current }");
        var rules = Assert.Single(Sample.Read(text).Library.Protocols).Rules;

        Assert.Equal(
            ["chest_pain cough", "fainting cough"],
            rules.Take(2).Select(rule => string.Join(' ', Assert.IsType<Condition.Has>(rule.When).Findings))
        );
    }

    private const string EightOptions = """
                  - { id: a, finds: [fainting] }
                  - { id: b, finds: [fainting] }
                  - { id: c, finds: [fainting] }
                  - { id: d, finds: [fainting] }
                  - { id: e, finds: [fainting] }
                  - { id: f, finds: [fainting] }
                  - { id: g, finds: [fainting] }
        """;

    private static string Broken(string old, string mistake) => Sample.Break(Sample.Text, old, mistake);

    private static IEnumerable<string> Codes(string text) => Sample.Read(text).Defects.Select(defect => defect.Code);

    private static void Expect(string message, string text) =>
        Assert.Contains(message, Sample.Read(text).Defects.Select(defect => defect.Message));
}
