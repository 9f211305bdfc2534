using TriageBot.BotFramework.Dialogs.Choices;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class FindTests
{
    private static readonly List<string> Colors = ["red", "green", "blue"];
    private static readonly List<string> Pains = ["back", "back pain", "pain"];

    [Fact]
    public void One_choice_is_found_where_it_is_named()
    {
        var found = Assert.Single(Find.FindChoices("the green one, please", Colors));

        Assert.Equal((4, 8, "green", "choice"), (found.Start, found.End, found.Text, found.TypeName));
        Assert.Equal((1, "green", 1f, "green"), Parts(found.Resolution));
    }

    [Fact]
    public void Several_choices_come_in_the_order_of_the_text() =>
        Assert.Equal(["blue", "red"], Values(Find.FindChoices("blue or red", Colors)));

    [Fact]
    public void The_longest_of_overlapping_values_wins() =>
        Assert.Equal(["back pain", "back"], Values(Find.FindChoices("the back pain and my back", Pains)));

    [Fact]
    public void A_text_that_is_exactly_a_value_means_it_and_no_other() =>
        Assert.Equal(["pain"], Values(Find.FindChoices("PAIN", Pains)));

    [Theory]
    [InlineData("second last", 1)]
    [InlineData("the second from the last", 1)]
    [InlineData("a second. That is not quite the last", 0)]
    [InlineData("the last, second", 0)]
    public void Words_of_a_value_come_in_order_and_close_to_each_other(string text, int count) =>
        Assert.Equal(count, Find.FindChoices(text, ["second last"]).Count);

    [Fact]
    public void Words_in_between_lower_the_score()
    {
        var found = Find.FindChoices("second from the last", ["second last"])[0];

        Assert.Equal(0.5f, found.Resolution.Score);
    }

    [Fact]
    public void Part_of_a_value_is_found_where_that_is_allowed()
    {
        var values = new List<SortedValue>
        {
            new() { Value = "left leg", Index = 0 },
            new() { Value = "right arm", Index = 1 },
        };

        var found = Assert.Single(
            Find.FindValues("my arm", values, new FindValuesOptions { AllowPartialMatches = true })
        );

        Assert.Equal((1, 0.5f, "value"), (found.Resolution.Index, found.Resolution.Score, found.TypeName));
        Assert.Empty(Find.FindValues("my arm", values));
        Assert.Equal("left leg", values[0].Value);
    }

    [Fact]
    public void Synonyms_and_button_titles_are_names_too()
    {
        var choices = new List<Choice>
        {
            new("er") { Synonyms = ["hospital"] },
            new("call") { Action = new CardAction(ActionTypes.ImBack, "Phone the nurse") },
        };

        Assert.Equal("er", Find.FindChoices("to the hospital", choices)[0].Resolution.Value);
        Assert.Equal("call", Find.FindChoices("phone the nurse", choices)[0].Resolution.Value);
        Assert.Empty(Find.FindChoices("phone the nurse", choices, new FindChoicesOptions { NoAction = true }));
        Assert.Empty(Find.FindChoices("er", choices, new FindChoicesOptions { NoValue = true }));
    }

    [Fact]
    public void Nothing_is_found_in_no_text() => Assert.Empty(Find.FindChoices(null, Colors));

    private static (int, string, float, string?) Parts(FoundChoice found) =>
        (found.Index, found.Value, found.Score, found.Synonym);

    private static string[] Values(List<ModelResult<FoundChoice>> found) => [.. found.Select(f => f.Resolution.Value)];
}
