using TriageBot.BotFramework.Dialogs;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class PromptTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_prompt_needs_an_id(string? id)
    {
        Assert.Throws<ArgumentNullException>(() => new TextPrompt(id!));
        Assert.Throws<ArgumentNullException>(() => new NumberPrompt<int>(id!));
        Assert.Throws<ArgumentNullException>(() => new ConfirmPrompt(id!));
        Assert.Throws<ArgumentNullException>(() => new ChoicePrompt(id!));
        Assert.Throws<ArgumentNullException>(() => new DateTimePrompt(id!));
        Assert.Throws<ArgumentNullException>(() => new ActivityPrompt(id!, (_, _) => Task.FromResult(true)));
    }

    [Fact]
    public async Task A_text_prompt_returns_the_text()
    {
        var talk = new Talk(new TextPrompt("name"), Talk.Asking("Your name?"));

        Assert.Equal(["Your name?"], await talk.SayAsync("hi"));
        Assert.Empty(await talk.SayAsync(" Ana María "));
        Assert.Equal(" Ana María ", talk.Outcome.Result);
    }

    [Fact]
    public async Task An_empty_text_is_an_answer_to_a_text_prompt()
    {
        Assert.Equal("", await Talk.AnswerAsync(new TextPrompt("name"), ""));
    }

    [Fact]
    public async Task An_answer_that_is_not_accepted_is_asked_for_again_with_the_retry_prompt()
    {
        var prompt = new TextPrompt("name", (context, _) => Task.FromResult(context.Recognized.Value.Length > 3));
        var talk = new Talk(prompt, Talk.Asking("Your name?", "Longer, please."));

        await talk.SayAsync("hi");

        Assert.Equal(["Longer, please."], await talk.SayAsync("Bo"));
        Assert.Equal(DialogTurnStatus.Waiting, talk.Outcome.Status);
        await talk.SayAsync("Robert");
        Assert.Equal("Robert", talk.Outcome.Result);
    }

    [Fact]
    public async Task Without_a_retry_prompt_the_question_is_asked_again()
    {
        var talk = new Talk(new NumberPrompt<int>("n"), Talk.Asking("How many?"));
        await talk.SayAsync("hi");

        Assert.Equal(["How many?"], await talk.SayAsync("dunno"));
    }

    [Fact]
    public async Task A_validator_that_speaks_replaces_the_retry_prompt_and_counts_the_attempts()
    {
        var prompt = new TextPrompt(
            "name",
            async (context, cancellationToken) =>
            {
                var reply = MessageFactory.Text($"attempt {context.AttemptCount}");
                await context.Context.SendActivityAsync(reply, cancellationToken);
                return context.AttemptCount == 3;
            }
        );
        var talk = new Talk(prompt, Talk.Asking("Your name?", "Again?"));
        await talk.SayAsync("hi");

        Assert.Equal(["attempt 1"], await talk.SayAsync("a"));
        Assert.Equal(["attempt 2"], await talk.SayAsync("b"));
        Assert.Equal(["attempt 3"], await talk.SayAsync("c"));
        Assert.Equal("c", talk.Outcome.Result);
    }

    [Fact]
    public async Task A_validator_may_change_what_was_read_and_is_called_for_what_was_not()
    {
        var prompt = new NumberPrompt<int>(
            "n",
            (context, _) =>
            {
                context.Recognized.Value = context.Recognized.Succeeded ? context.Recognized.Value * 2 : -1;
                return Task.FromResult(true);
            }
        );

        Assert.Equal(42, await Talk.AnswerAsync(prompt, "21"));
        Assert.Equal(-1, await Talk.AnswerAsync(prompt, "none"));
    }

    [Fact]
    public async Task A_prompt_waits_on_while_no_message_comes()
    {
        var talk = new Talk(new TextPrompt("name"), Talk.Asking("Your name?"));
        await talk.SayAsync("hi");

        Assert.Empty(await talk.SendAsync(new Activity(ActivityTypes.Event) { Name = "tick" }));
        Assert.Equal(DialogTurnStatus.Waiting, talk.Outcome.Status);
    }

    [Fact]
    public async Task A_prompt_is_begun_with_prompt_options_only()
    {
        var talk = new Talk(new TextPrompt("name"), "text");

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => talk.SayAsync("hi"));
    }

    [Fact]
    public async Task Questions_say_that_an_answer_is_expected()
    {
        var options = new PromptOptions { Prompt = new Activity(ActivityTypes.Message) { Text = "Your name?" } };
        var talk = new Talk(new TextPrompt("name"), options);

        Assert.Equal(InputHints.ExpectingInput, (await talk.SendForReplyAsync("hi")).InputHint);
    }

    [Fact]
    public async Task An_activity_prompt_takes_any_activity_that_its_validator_accepts()
    {
        var prompt = new ActivityPrompt(
            "event",
            (context, _) => Task.FromResult(context.Recognized.Value.Name == "go" && context.AttemptCount > 1)
        );
        var talk = new Talk(prompt, Talk.Asking("Send it.", "Still waiting."));

        Assert.Equal(["Send it."], await talk.SayAsync("hi"));
        Assert.Equal(["Still waiting."], await talk.SayAsync("what?"));
        await talk.SendAsync(new Activity(ActivityTypes.Event) { Name = "go" });
        Assert.Equal("go", Assert.IsType<Activity>(talk.Outcome.Result).Name);
    }

    [Fact]
    public async Task An_attachment_prompt_waits_for_an_attachment()
    {
        var talk = new Talk(new AttachmentPrompt("photo"), Talk.Asking("A photo?"));
        await talk.SayAsync("hi");

        Assert.Equal(["A photo?"], await talk.SayAsync("here it is"));
        var photo = new Attachment { ContentType = "image/png", ContentUrl = "https://example.org/1.png" };
        await talk.SendAsync(new Activity(ActivityTypes.Message) { Attachments = [photo] });
        Assert.Same(photo, Assert.Single(Assert.IsAssignableFrom<IList<Attachment>>(talk.Outcome.Result)));
    }
}
