using System.Globalization;
using TriageBot.BotFramework.Dialogs;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class NumberPromptTests
{
    [Theory]
    [InlineData("42", "42")]
    [InlineData("i am 18 years old", "18")]
    [InlineData("$500", "500")]
    [InlineData("500 dollars", "500")]
    [InlineData("I've run 5km", "5")]
    [InlineData("The temperature is 32C", "32")]
    [InlineData("38.5", "38.5")]
    [InlineData("38,5", "38.5")]
    [InlineData(".5", "0.5")]
    [InlineData("1,000", "1000")]
    [InlineData("1,234,567.8", "1234567.8")]
    [InlineData("-5", "-5")]
    [InlineData("minus five", "-5")]
    [InlineData("-2 hundred", "-200")]
    [InlineData("555-1234", "555")]
    [InlineData("yes,5", "5")]
    [InlineData("seven", "7")]
    [InlineData("Twenty-Five", "25")]
    [InlineData("one hundred and one", "101")]
    [InlineData("a hundred two", "102")]
    [InlineData("two thousand three hundred and forty five", "2345")]
    [InlineData("2 hundred", "200")]
    [InlineData("1.5 million", "1500000")]
    [InlineData("one hundred thousand", "100000")]
    [InlineData("one hundred point four", "100.4")]
    [InlineData("a hundred and one point three", "101.3")]
    [InlineData("38 point 5", "38.5")]
    [InlineData("three point one four", "3.14")]
    [InlineData("three and a half", "3.5")]
    [InlineData("3 and a half", "3.5")]
    [InlineData("one or two", "1")]
    [InlineData("one and two", "1")]
    [InlineData("five, six", "5")]
    [InlineData("zero", "0")]
    public Task English_numbers_are_read(string answer, string number) => IsReadAs(number, answer, null);

    [Theory]
    [InlineData("38,5", "38.5")]
    [InlineData("38.5", "38.5")]
    [InlineData("1.000", "1000")]
    [InlineData("1.000,25", "1000.25")]
    [InlineData("treinta y ocho coma cinco", "38.5")]
    [InlineData("treinta y ocho y medio", "38.5")]
    [InlineData("38 y media", "38.5")]
    [InlineData("dieciséis", "16")]
    [InlineData("veintidós años", "22")]
    [InlineData("ciento uno", "101")]
    [InlineData("mil novecientos noventa y nueve", "1999")]
    [InlineData("un millón", "1000000")]
    [InlineData("menos tres", "-3")]
    [InlineData("una", "1")]
    [InlineData("tengo un dolor de 7", "7")]
    public Task Spanish_numbers_are_read(string answer, string number) => IsReadAs(number, answer, "es-es");

    [Theory]
    [InlineData("nl-nl", "3,14", "3.14")]
    [InlineData("nl-nl", "1.000", "1000")]
    [InlineData("es-mx", "1,000", "1000")]
    [InlineData("not-supported", "1,000", "1000")]
    [InlineData("!", "3.14", "3.14")]
    public Task The_culture_decides_what_separates_thousands(string locale, string answer, string number) =>
        IsReadAs(number, answer, locale);

    [Theory]
    [InlineData("dollars")]
    [InlineData("my L1 hurts")]
    [InlineData("1.2.3")]
    [InlineData("2nd")]
    [InlineData("someone")]
    [InlineData("a lot")]
    [InlineData("")]
    public async Task What_is_no_number_is_asked_again(string answer) =>
        Assert.Null(await Talk.AnswerAsync(new NumberPrompt<decimal>("n"), answer));

    [Theory]
    [InlineData("3.5")]
    [InlineData("3000000000")]
    [InlineData("99999999999999999999999999999999999")]
    public async Task A_whole_number_has_no_decimals_and_fits(string answer) =>
        Assert.Null(await Talk.AnswerAsync(new NumberPrompt<int>("n"), answer));

    [Fact]
    public async Task The_result_has_the_type_that_was_asked_for()
    {
        Assert.Equal(3, await Talk.AnswerAsync(new NumberPrompt<int>("n"), "3.0"));
        Assert.Equal(3_000_000_000L, await Talk.AnswerAsync(new NumberPrompt<long>("n"), "3000000000"));
        Assert.Equal(3.14f, await Talk.AnswerAsync(new NumberPrompt<float>("n"), "3.14"));
        Assert.Equal(3.14d, await Talk.AnswerAsync(new NumberPrompt<double>("n"), "3.14"));
        Assert.Equal(3.14m, await Talk.AnswerAsync(new NumberPrompt<decimal>("n"), "3.14"));
    }

    [Fact]
    public void Other_types_are_not_supported() =>
        Assert.Throws<NotSupportedException>(() => new NumberPrompt<short>("n"));

    [Fact]
    public async Task The_prompts_culture_counts_where_the_activity_has_none()
    {
        var prompt = new NumberPrompt<int>("n", defaultLocale: "es-es");

        Assert.Equal(7, await Talk.AnswerAsync(prompt, "siete"));
        Assert.Equal(7, await Talk.AnswerAsync(prompt, "seven", "en-us"));
    }

    [Fact]
    public async Task A_validator_can_refuse_a_number()
    {
        var prompt = new NumberPrompt<int>(
            "n",
            (context, _) => Task.FromResult(context.Recognized.Value is > 0 and <= 10)
        );
        var talk = new Talk(prompt, Talk.Asking("0 to 10?", "From 1 to 10, please."));

        Assert.Equal(["0 to 10?"], await talk.SayAsync("hi"));
        Assert.Equal(["From 1 to 10, please."], await talk.SayAsync("150"));
        await talk.SayAsync("7");
        Assert.Equal(7, talk.Outcome.Result);
    }

    private static async Task IsReadAs(string number, string answer, string? locale) =>
        Assert.Equal(
            decimal.Parse(number, CultureInfo.InvariantCulture),
            await Talk.AnswerAsync(new NumberPrompt<decimal>("n"), answer, locale)
        );
}
