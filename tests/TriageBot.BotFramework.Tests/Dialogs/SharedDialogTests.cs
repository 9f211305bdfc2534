using TriageBot.BotFramework.Dialogs;
using TriageBot.BotFramework.Dialogs.Choices;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class SharedDialogTests
{
    [Fact]
    public async Task Conversations_that_share_their_dialogs_do_not_mix()
    {
        var root = new ComponentDialog("root")
            .AddDialog(
                new WaterfallDialog(
                    "w",
                    [
                        (step, stop) => step.PromptAsync("n", Talk.Asking("?"), stop),
                        (step, stop) =>
                        {
                            step.Values["number"] = step.Result!;
                            var options = Talk.Asking("?");
                            options.Choices = ChoiceFactory.ToChoices(["odd", "even"]);
                            return step.PromptAsync("c", options, stop);
                        },
                        (step, stop) =>
                            step.EndDialogAsync($"{step.Values["number"]} {((FoundChoice)step.Result!).Value}", stop),
                    ]
                )
            )
            .AddDialog(new NumberPrompt<int>("n"))
            .AddDialog(new ChoicePrompt("c") { RecognizerOptions = new FindChoicesOptions() });

        var talks = Enumerable.Range(0, 100).Select(number => Task.Run(() => TalkAsync(root, number)));
        var results = await Task.WhenAll(talks);

        Assert.Equal(Enumerable.Range(0, 100).Select(n => $"{n} {(n % 2 == 0 ? "even" : "odd")}"), results);
    }

    // Half of them speak Spanish, so that a language that stuck to a shared prompt would show.
    private static async Task<object?> TalkAsync(Dialog root, int number)
    {
        var talk = new Talk(root);
        var (locale, position) = (number % 4) switch
        {
            0 => ("es-es", "la segunda"),
            1 => ("es-es", "la primera"),
            2 => ("en-us", "the second"),
            _ => ("en-us", "the first"),
        };
        await talk.SayAsync("hi", locale);
        await talk.SayAsync($"{number}", locale);
        await talk.SayAsync(position, locale);
        return talk.Outcome.Result;
    }
}
