using TriageBot.BotFramework.Dialogs.Choices;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class ChoiceRecognizersTests
{
    private static readonly List<string> Colors = ["red", "green", "blue"];

    [Theory]
    [InlineData("the red one please", "red")]
    [InlineData("the first one please", "red")]
    [InlineData("the first and third", "red blue")]
    [InlineData("1", "red")]
    [InlineData("two", "green")]
    [InlineData("number three.", "blue")]
    [InlineData("option one and 3", "red blue")]
    [InlineData("2nd", "green")]
    [InlineData("the last", "blue")]
    [InlineData("the second to last", "green")]
    [InlineData("next to last", "green")]
    [InlineData("4", "")]
    [InlineData("0", "")]
    [InlineData("1.5", "")]
    [InlineData("the tenth", "")]
    [InlineData("none of them", "")]
    public void English_names_positions_and_numbers_are_read(string text, string values) =>
        Assert.Equal(values, Read(text, null));

    [Theory]
    [InlineData("el primero", "red")]
    [InlineData("la segunda, por favor", "green")]
    [InlineData("el último", "blue")]
    [InlineData("la penúltima", "green")]
    [InlineData("2.º", "green")]
    [InlineData("3a", "")]
    [InlineData("dos", "green")]
    [InlineData("uno y tres", "red blue")]
    [InlineData("un momento", "")]
    public void Spanish_positions_and_numbers_are_read(string text, string values) =>
        Assert.Equal(values, Read(text, "es-US"));

    [Fact]
    public void A_name_comes_before_a_number_that_it_contains()
    {
        var found = ChoiceRecognizers.RecognizeChoices("the two legs", ["one leg", "both", "two legs"]);

        Assert.Equal(2, Assert.Single(found).Resolution.Index);
    }

    [Fact]
    public void A_position_says_where_it_was_read()
    {
        var found = Assert.Single(ChoiceRecognizers.RecognizeChoices("the first one", Colors));

        Assert.Equal((4, 8, "first", "choice"), (found.Start, found.End, found.Text, found.TypeName));
        Assert.Equal((0, 1f), (found.Resolution.Index, found.Resolution.Score));
        Assert.Null(found.Resolution.Synonym);
    }

    [Fact]
    public void Numbers_and_positions_are_not_read_where_that_is_switched_off()
    {
        var neither = new FindChoicesOptions { RecognizeNumbers = false, RecognizeOrdinals = false };

        Assert.Empty(ChoiceRecognizers.RecognizeChoices("the first one", Colors, neither));
        Assert.Empty(
            ChoiceRecognizers.RecognizeChoices("one", Colors, new FindChoicesOptions { RecognizeNumbers = false })
        );
    }

    [Fact]
    public void No_text_means_no_choice() => Assert.Empty(ChoiceRecognizers.RecognizeChoices(null, Colors));

    private static string Read(string text, string? locale) =>
        string.Join(
            ' ',
            ChoiceRecognizers
                .RecognizeChoices(text, Colors, new FindChoicesOptions { Locale = locale })
                .Select(found => found.Resolution.Value)
        );
}
