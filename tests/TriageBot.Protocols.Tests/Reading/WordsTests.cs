using TriageBot.Protocols.Reading;

namespace TriageBot.Protocols.Tests.Reading;

public sealed class WordsTests
{
    [Theory]
    [InlineData("1m", 1)]
    [InlineData("30m", 30)]
    [InlineData("4h", 240)]
    [InlineData("9999h", 599_940)]
    public void A_limit_is_a_number_of_minutes_or_hours(string text, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Words.Limit(text));

    [Theory]
    [InlineData("0h")]
    [InlineData("-1h")]
    [InlineData("1.5h")]
    [InlineData("10000h")]
    [InlineData("4")]
    [InlineData("h")]
    [InlineData("4d")]
    [InlineData("4 h")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_limit(string? text) => Assert.Null(Words.Limit(text));

    [Theory]
    [InlineData("YesNo", '-', "yes-no")]
    [InlineData("BothLegs", '_', "both_legs")]
    [InlineData("Now", '_', "now")]
    public void A_member_is_written_in_small_letters(string member, char separator, string word) =>
        Assert.Equal(word, Words.Of(member, separator));
}
