using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Tests;

public class PainScoreTests
{
    [Theory]
    [InlineData("back pain for 8 days", "back_pain_mild")]
    [InlineData("my back hurts since 8 am", "back_pain_mild")]
    [InlineData("back pain, took 9 tablets", "back_pain_mild")]
    [InlineData("back pain 8", "back_pain_severe")]
    [InlineData("back pain 8/10 for 3 days", "back_pain_severe")]
    [InlineData("my back pain is 9", "back_pain_severe")]
    [InlineData("my back pain is 2", "back_pain_mild")]
    public void Only_a_score_says_how_bad_a_pain_is(string text, string finding) =>
        Assert.Contains(
            Shipped.Reader.Read(text, "en").Mentions,
            m => m.Observation.Finding == finding && m.Observation.Polarity == Polarity.Present
        );

    [Fact]
    public void An_oh_is_no_number() => Assert.Empty(Shipped.Reader.Read("oh yes it hurts", "en").Numbers);

    [Theory]
    [InlineData("102")]
    [InlineData("101.5")]
    public void A_number_that_can_only_be_a_temperature_is_a_fever_whatever_was_asked(string text) =>
        Assert.True(Shipped.Reader.Read(text, "en").Has("fever"));
}
