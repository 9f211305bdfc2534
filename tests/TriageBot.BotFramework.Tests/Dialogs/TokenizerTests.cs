using TriageBot.BotFramework.Dialogs.Choices;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class TokenizerTests
{
    [Theory]
    [InlineData("my left leg", "my left leg")]
    [InlineData("left-leg, (maybe): right?", "left leg maybe right")]
    [InlineData("a b", "a b")]
    [InlineData("fever", "fever")]
    [InlineData(".?; -()", "")]
    [InlineData("", "")]
    [InlineData("ok👍👍done", "ok 👍 👍 done")]
    [InlineData("está así", "está así")]
    public void Text_is_cut_at_space_and_punctuation_and_around_emoji(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Tokenizer.DefaultTokenizer(text).Select(token => token.Text)));

    [Fact]
    public void A_token_knows_where_it_stands_and_its_lower_case_form()
    {
        var token = Tokenizer.DefaultTokenizer("my LEG.")[1];

        Assert.Equal((3, 5, "LEG", "leg"), (token.Start, token.End, token.Text, token.Normalized));
    }

    [Fact]
    public void An_emoji_counts_its_two_code_units()
    {
        var tokens = Tokenizer.DefaultTokenizer("so 😀😀");

        Assert.Equal((3, 4), (tokens[1].Start, tokens[1].End));
        Assert.Equal((5, 6), (tokens[2].Start, tokens[2].End));
    }

    [Fact]
    public void Half_an_emoji_does_no_harm() =>
        Assert.Equal(2, Tokenizer.DefaultTokenizer("a \ud83d b").Count(IsLetter));

    [Fact]
    public void No_text_has_no_tokens() => Assert.Empty(Tokenizer.DefaultTokenizer(null));

    private static bool IsLetter(Token token) => token.Text is "a" or "b";
}
