using TriageBot.BotFramework.Dialogs;
using TriageBot.BotFramework.Dialogs.Choices;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class ConfirmPromptTests
{
    [Theory]
    [InlineData("yes", true)]
    [InlineData("Yes!", true)]
    [InlineData("yeah I think so", true)]
    [InlineData("y", true)]
    [InlineData("sure", true)]
    [InlineData("👍", true)]
    [InlineData("1", true)]
    [InlineData("the first", true)]
    [InlineData("no", false)]
    [InlineData("Nope", false)]
    [InlineData("not ok", false)]
    [InlineData("👎", false)]
    [InlineData("2", false)]
    [InlineData("the last one", false)]
    [InlineData("lala", null)]
    [InlineData("3", null)]
    [InlineData("yesterday", null)]
    [InlineData("not sure", null)]
    [InlineData("no idea", null)]
    public async Task English_answers_are_read(string answer, bool? meaning) =>
        Assert.Equal((object?)meaning, await Talk.AnswerAsync(new ConfirmPrompt("c"), answer));

    [Theory]
    [InlineData("Sí", true)]
    [InlineData("si", true)]
    [InlineData("claro que sí", true)]
    [InlineData("de acuerdo", true)]
    [InlineData("1", true)]
    [InlineData("el primero", true)]
    [InlineData("No", false)]
    [InlineData("dos", false)]
    [InlineData("no sé", null)]
    [InlineData("quizás", null)]
    public async Task Spanish_answers_are_read(string answer, bool? meaning)
    {
        Assert.Equal((object?)meaning, await Talk.AnswerAsync(new ConfirmPrompt("c"), answer, "es-MX"));
        Assert.Equal((object?)meaning, await Talk.AnswerAsync(new ConfirmPrompt("c", null, "ES"), answer));
    }

    [Theory]
    [InlineData("nl-nl", "(1) Ja of (2) Nee", "Nee")]
    [InlineData("fr", "(1) Oui ou (2) Non", "non")]
    [InlineData("ja-JP", "(1) はい または (2) いいえ", "いいえ")]
    [InlineData("pt-br", "(1) Sim ou (2) Não", "não")]
    [InlineData("es-es", "(1) Sí o (2) No", "no")]
    [InlineData("", "(1) Yes or (2) No", "no")]
    [InlineData("xx-yy", "(1) Yes or (2) No", "no")]
    public async Task The_choices_are_shown_and_read_in_the_turns_language(string locale, string shown, string no)
    {
        var talk = new Talk(new ConfirmPrompt("c", defaultLocale: locale), Talk.Asking("?"));

        Assert.Equal(["? " + shown], await talk.SayAsync("hi"));
        await talk.SayAsync(no);
        Assert.Equal(false, talk.Outcome.Result);
    }

    [Fact]
    public async Task The_choices_follow_the_retry_prompt_too()
    {
        var talk = new Talk(new ConfirmPrompt("c"), Talk.Asking("Sure?", "Yes or no, please."));
        await talk.SayAsync("hi");

        Assert.Equal(["Yes or no, please. (1) Yes or (2) No"], await talk.SayAsync("what?"));
        Assert.Equal(["Yes or no, please. (1) Yes or (2) No"], await talk.SayAsync("what??"));
        await talk.SayAsync("2");
        Assert.Equal(false, talk.Outcome.Result);
    }

    [Fact]
    public async Task Without_numbers_none_are_shown_or_read()
    {
        var prompt = new ConfirmPrompt("c")
        {
            ChoiceOptions = new ChoiceFactoryOptions { IncludeNumbers = false, InlineSeparator = "~" },
        };
        var talk = new Talk(prompt, Talk.Asking("Sure?"));

        Assert.Equal(["Sure? Yes or No"], await talk.SayAsync("hi"));
        Assert.Equal(["Sure? Yes or No"], await talk.SayAsync("1"));
    }

    [Fact]
    public async Task Words_of_ones_own_can_be_offered()
    {
        var prompt = new ConfirmPrompt("c")
        {
            ConfirmChoices = Tuple.Create(new Choice("Got it"), new Choice("Tell me again")),
            Style = ListStyle.List,
        };
        var talk = new Talk(prompt, Talk.Asking("Clear?"));

        Assert.Equal(["Clear?\n\n   1. Got it\n   2. Tell me again"], await talk.SayAsync("hi"));
        await talk.SayAsync("tell me again please");
        Assert.Equal(false, talk.Outcome.Result);
    }

    [Fact]
    public async Task An_answer_can_be_read_in_another_language_than_the_turns()
    {
        var options = Talk.Asking("?");
        options.RecognizeLanguage = "es-es";

        Assert.Equal(true, await Talk.AnswerAsync(new ConfirmPrompt("c"), "claro", "en-us", options));
    }
}
