using TriageBot.BotFramework.Connector;
using TriageBot.BotFramework.Dialogs;
using TriageBot.BotFramework.Dialogs.Choices;
using TriageBot.BotFramework.Dialogs.Prompts;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class ChoicePromptTests
{
    [Theory]
    [InlineData(ListStyle.Auto, "Which? (1) red, (2) green, or (3) blue")]
    [InlineData(ListStyle.Inline, "Which? (1) red, (2) green, or (3) blue")]
    [InlineData(ListStyle.List, "Which?\n\n   1. red\n   2. green\n   3. blue")]
    [InlineData(ListStyle.None, "Which?")]
    [InlineData(ListStyle.SuggestedAction, "Which?")]
    public async Task The_style_decides_how_choices_are_shown(ListStyle style, string text)
    {
        var reply = await new Talk(new ChoicePrompt("c") { Style = style }, Colors()).SendForReplyAsync("hi");

        Assert.Equal(text, reply.Text);
        Assert.Equal(style == ListStyle.SuggestedAction, reply.SuggestedActions is not null);
    }

    [Fact]
    public async Task The_options_style_comes_before_the_prompts()
    {
        var options = Colors();
        options.Style = ListStyle.List;

        var reply = await new Talk(new ChoicePrompt("c"), options, Channels.Webchat).SendForReplyAsync("hi");

        Assert.Null(reply.SuggestedActions);
    }

    [Fact]
    public async Task Buttons_are_shown_where_the_channel_has_them()
    {
        var reply = await new Talk(new ChoicePrompt("c"), Colors(), Channels.Webchat).SendForReplyAsync("hi");

        Assert.Equal(["red", "green", "blue"], reply.SuggestedActions!.Actions!.Select(action => action.Title));
    }

    [Fact]
    public async Task A_hero_card_follows_the_questions_own_attachments()
    {
        var options = Colors();
        options.Prompt!.Attachments = [new Attachment { ContentType = "text/plain", Content = "x" }];

        var reply = await new Talk(new ChoicePrompt("c") { Style = ListStyle.HeroCard }, options).SendForReplyAsync(
            "hi"
        );

        Assert.Equal(["text/plain", HeroCard.ContentType], reply.Attachments!.Select(one => one.ContentType));
    }

    [Fact]
    public async Task Asking_again_does_not_repeat_the_choices_in_the_text()
    {
        var talk = new Talk(new ChoicePrompt("c"), Colors());
        var first = await talk.SayAsync("hi");

        Assert.Equal(first, await talk.SayAsync("what?"));
        Assert.Equal(first, await talk.SayAsync("what?"));
    }

    [Fact]
    public async Task What_is_spoken_stays()
    {
        var options = Colors();
        options.Prompt!.Speak = "spoken";

        Assert.Equal("spoken", (await new Talk(new ChoicePrompt("c"), options).SendForReplyAsync("hi")).Speak);
    }

    [Theory]
    [InlineData("I'll take the green please", "green")]
    [InlineData("3", "blue")]
    [InlineData("the last", "blue")]
    [InlineData("first", "red")]
    public async Task A_choice_is_read(string answer, string value)
    {
        var result = await Talk.AnswerAsync(new ChoicePrompt("c"), answer, null, Colors());

        Assert.Equal(value, Assert.IsType<FoundChoice>(result).Value);
    }

    [Fact]
    public async Task What_names_no_choice_is_asked_again()
    {
        var options = Colors();
        options.RetryPrompt = MessageFactory.Text("One of these:");
        var talk = new Talk(new ChoicePrompt("c") { Style = ListStyle.None }, options);
        await talk.SayAsync("hi");

        Assert.Equal(["One of these:"], await talk.SayAsync("what was that?"));
    }

    [Fact]
    public async Task A_choice_without_a_value_shows_the_title_of_its_button()
    {
        var choice = new Choice { Action = new CardAction("imBack", "title", value: "value") };
        var options = new PromptOptions(choices: [choice]);

        Assert.Equal([" (1) title"], await new Talk(new ChoicePrompt("c"), options).SayAsync("hi"));
    }

    [Theory]
    [InlineData("es-es", ", o ")]
    [InlineData("ES", ", o ")]
    [InlineData("es-MX", ", o ")]
    [InlineData("de", ", oder ")]
    [InlineData("ja-jp", "、 または ")]
    [InlineData(null, ", or ")]
    [InlineData("", ", or ")]
    [InlineData("not-supported", ", or ")]
    public async Task The_words_between_choices_are_those_of_the_language(string? locale, string or)
    {
        var talk = new Talk(new ChoicePrompt("c", defaultLocale: locale), Colors());

        Assert.Contains(or + "(3) blue", Assert.Single(await talk.SayAsync("hi")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_culture_of_ones_own_can_be_used()
    {
        var cultures = new Dictionary<string, ChoiceFactoryOptions>
        {
            ["custom-custom"] = new(" / ", " | ", " // ", true),
        };
        var talk = new Talk(new ChoicePrompt("c", cultures, null, "custom-custom"), Colors());

        Assert.Equal(["Which? (1) red / (2) green // (3) blue"], await talk.SayAsync("hi"));
    }

    [Fact]
    public async Task A_turns_language_does_not_stick_to_the_prompt()
    {
        var prompt = new ChoicePrompt("c") { RecognizerOptions = new FindChoicesOptions() };

        Assert.NotNull(await Talk.AnswerAsync(prompt, "el segundo", "es-es", Colors()));
        Assert.Null(prompt.RecognizerOptions.Locale);
        Assert.NotNull(await Talk.AnswerAsync(prompt, "the second", null, Colors()));
    }

    [Fact]
    public void Every_supported_culture_is_found_by_its_language()
    {
        foreach (var culture in PromptCultureModels.GetSupportedCultures())
        {
            Assert.Equal(culture.Locale, PromptCultureModels.MapToNearestLanguage(culture.Locale));
            Assert.Equal(
                culture.Locale,
                PromptCultureModels.MapToNearestLanguage(culture.Locale[..2].ToUpperInvariant())
            );
        }

        Assert.Null(PromptCultureModels.MapToNearestLanguage(null));
    }

    private static PromptOptions Colors() =>
        new() { Prompt = MessageFactory.Text("Which?"), Choices = ChoiceFactory.ToChoices(["red", "green", "blue"]) };
}
