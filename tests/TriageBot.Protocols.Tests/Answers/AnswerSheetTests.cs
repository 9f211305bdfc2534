using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;

namespace TriageBot.Protocols.Tests.Answers;

public sealed class AnswerSheetTests
{
    [Fact]
    public void A_question_without_an_entry_was_not_asked()
    {
        Assert.IsType<Answer.NotAsked>(AnswerSheet.Empty["fever"]);
        var sheet = AnswerSheet.Empty.With("fever", new Answer.Yes()).With("fever", Answer.NotAsked.Instance);
        Assert.Empty(sheet.Answers);
    }

    [Fact]
    public void The_same_words_twice_are_heard_once()
    {
        var sheet = AnswerSheet.Empty.Hear([new Observation("cough")]).Hear([new Observation("cough")]);

        Assert.Single(sheet.Heard);
    }

    [Fact]
    public void Ticks_compare_by_value_and_not_by_order()
    {
        Assert.Equal(new Answer.Selected(["a", "b"]), new Answer.Selected(["b", "a", "b"]));
        Assert.NotEqual(new Answer.Selected(["a"]), new Answer.Selected([]));
        Assert.Equal(new Answer.Selected(["a", "b"]).GetHashCode(), new Answer.Selected(["b", "a"]).GetHashCode());
    }

    [Fact]
    public void Ticks_are_kept_in_one_order_and_none_has_a_word()
    {
        Assert.Equal<string>(["a", "b"], new Answer.Selected(["b", "a"]).Options);
        Assert.Equal("none", AnswerNotation.Write(new Answer.Selected([])));
        Assert.Equal(new Answer.Selected([]), AnswerNotation.Parse("none"));
    }
}
