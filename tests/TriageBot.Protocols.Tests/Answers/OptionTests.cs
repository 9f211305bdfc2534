using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Tests.Reading;

namespace TriageBot.Protocols.Tests.Answers;

/// <summary>Options that find two things at once, or share one.</summary>
public sealed class OptionTests
{
    private static readonly Protocol Protocol = Read();

    [Fact]
    public void What_one_ticked_option_finds_is_not_denied_by_leaving_another_out()
    {
        var found = Evidence.Of(Protocol, AnswerSheet.Empty.With("alarm", new Answer.Selected(["chest"]))).Observations;

        Assert.Equal(Polarity.Present, Assert.Single(found, o => o.Finding == "chest_pain").Polarity);
        Assert.Equal(Polarity.Absent, Assert.Single(found, o => o.Finding == "fainting").Polarity);
    }

    [Theory]
    [InlineData("faint", Polarity.Present)]
    [InlineData("chest", Polarity.Absent)]
    public void A_doubt_is_settled_by_an_option_that_finds_it_among_others(string ticked, Polarity polarity) =>
        Assert.Equal(polarity, Settled("fainting", "alarm", new Answer.Selected([ticked])));

    [Theory]
    [InlineData("coughing", Polarity.Present)]
    [InlineData("hot", Polarity.Absent)]
    public void A_doubt_is_settled_by_the_one_option_that_is_chosen(string chosen, Polarity polarity) =>
        Assert.Equal(polarity, Settled("cough", "which", new Answer.Chosen(chosen)));

    private static Polarity Settled(string finding, string question, Answer answer)
    {
        var sheet = AnswerSheet.Empty.Hear([new Observation(finding, Polarity.Unsure)]).With(question, answer);
        var heard = Evidence.Of(Protocol, sheet).Observations.Where(o => o.Question is null);
        return Assert.Single(heard, o => o.Finding == finding).Polarity;
    }

    private static Protocol Read()
    {
        var text = Sample.Break(
            Sample.Text,
            "rephrase: alarm-sure",
            "rephrase: alarm-sure\n        settles-doubt: [fainting]"
        );
        text = Sample.Break(text, "finds: [fainting]", "finds: [fainting, chest_pain]");
        text = Sample.Break(
            text,
            "when: { fact: back_pain }\n",
            """
            when: { fact: back_pain }
                  - id: which
                    kind: choice
                    stakes: callback
                    settles-doubt: [cough]
                    options:
                      - { id: hot, finds: [fever] }
                      - { id: coughing, finds: [cough] }

            """
        );
        var reading = Sample.Read(text);
        Assert.Empty(reading.Defects);
        return Assert.Single(reading.Library.Protocols);
    }
}
