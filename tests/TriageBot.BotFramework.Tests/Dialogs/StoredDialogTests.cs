using TriageBot.BotFramework.Dialogs;
using TriageBot.BotFramework.Dialogs.Choices;
using TriageBot.BotFramework.State;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class StoredDialogTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 30, 0, TimeSpan.FromHours(-5));

    [Fact]
    public async Task What_a_waterfall_keeps_comes_back_with_its_types_at_every_turn()
    {
        var id = Guid.NewGuid();
        var values = new Dictionary<string, object>
        {
            ["int"] = 3,
            ["long"] = 3L,
            ["decimal"] = 38.50m,
            ["double"] = 0.1,
            ["bool"] = true,
            ["text"] = "Sí",
            ["time"] = Monday,
            ["id"] = id,
            ["found"] = new FoundChoice
            {
                Value = "a",
                Index = 1,
                Score = 0.1f,
                Synonym = "A",
            },
            ["style"] = ListStyle.HeroCard,
            ["texts"] = new List<string> { "x" },
            ["map"] = new Dictionary<string, object>
            {
                ["n"] = 1,
                ["inner"] = new List<object> { 1, "b", 2m },
            },
            ["none"] = null!,
        };
        IDictionary<string, object>? seen = null;
        var talk = new Talk(
            new WaterfallDialog(
                "w",
                [
                    (step, _) =>
                    {
                        foreach (var (key, value) in values)
                        {
                            step.Values[key] = value;
                        }

                        return Task.FromResult(Dialog.EndOfTurn);
                    },
                    (_, _) => Task.FromResult(Dialog.EndOfTurn),
                    (step, stop) =>
                    {
                        seen = step.Values;
                        return step.EndDialogAsync(null, stop);
                    },
                ]
            )
        );

        await talk.SayAsync("1");
        await talk.SayAsync("2");
        await talk.SayAsync("3");

        Assert.NotSame(values["found"], seen!["found"]);
        Assert.Equivalent(values, seen, strict: true);
        Assert.All(values, value => Assert.Equal(value.Value?.GetType(), seen[value.Key]?.GetType()));
        Assert.Equal([1, "b", 2m], (List<object>)((Dictionary<string, object>)seen["map"])["inner"]);
    }

    [Fact]
    public async Task Prompt_options_come_back_whole()
    {
        var seen = new List<PromptOptions>();
        var prompt = new ChoicePrompt(
            "c",
            (context, _) =>
            {
                seen.Add(context.Options);
                return Task.FromResult(context.AttemptCount == 2);
            }
        );
        var options = new PromptOptions
        {
            Prompt = MessageFactory.Text("Which?", "spoken"),
            RetryPrompt = MessageFactory.Text("Which one?"),
            Choices =
            [
                new Choice("leg") { Synonyms = ["thigh", "shin"] },
                new Choice("back") { Action = new CardAction(ActionTypes.PostBack, "My back", value: "b") },
            ],
            Style = ListStyle.List,
            Validations = new Dictionary<string, object> { ["min"] = 1, ["max"] = 2.5m },
            RecognizeLanguage = "en-us",
        };
        var talk = new Talk(prompt, options);

        await talk.SayAsync("hi");
        Assert.Equal(["Which one?\n\n   1. leg\n   2. My back"], await talk.SayAsync("my shin"));
        await talk.SayAsync("my back");

        var last = seen[^1];
        Assert.NotSame(options, last);
        Assert.Equal(("Which?", "spoken"), (last.Prompt!.Text, last.Prompt.Speak));
        Assert.Equal("Which one?", last.RetryPrompt!.Text);
        Assert.Equal(["thigh", "shin"], last.Choices![0].Synonyms);
        Assert.Equal("back", last.Choices[1].Value);
        Assert.Equal("My back", last.Choices[1].Action!.Title);
        Assert.Equal("b", last.Choices[1].Action!.Value);
        Assert.Equal((ListStyle.List, "en-us"), (last.Style, last.RecognizeLanguage));
        var validations = Assert.IsType<Dictionary<string, object>>(last.Validations);
        Assert.Equal((1, 2.5m), (validations["min"], validations["max"]));
        Assert.Equal("My back", Assert.IsType<FoundChoice>(talk.Outcome.Result).Synonym);
    }

    [Fact]
    public async Task Stacks_inside_stacks_come_back_with_their_versions()
    {
        var root = new ComponentDialog("outer").AddDialog(
            new ComponentDialog("middle").AddDialog(new ComponentDialog("inner").AddDialog(new TextPrompt("ask")))
        );
        var storage = Talk.Memory();
        await new Talk(root, storage, Talk.Asking("Deep?")).SayAsync("hi");

        var talk = new Talk(root, storage);
        await talk.SayAsync("deep");

        Assert.Equal("deep", talk.Outcome.Result);
        var stored = await StoredAsync(storage, root);
        var outer = Assert.Single(stored.DialogStack);
        var middle = Assert.Single(Assert.IsType<DialogState>(outer.State["dialogs"]).DialogStack);
        var inner = Assert.Single(Assert.IsType<DialogState>(middle.State["dialogs"]).DialogStack);
        Assert.Equal(("outer", "middle", "inner"), (outer.Id, middle.Id, inner.Id));
        Assert.Equal(root.Dialogs.GetVersion(), outer.Version);
        Assert.NotNull(inner.Version);
    }

    [Fact]
    public async Task A_value_of_an_unknown_type_is_refused_when_the_turn_is_saved()
    {
        var waterfall = new WaterfallDialog(
            "w",
            [
                (step, _) =>
                {
                    step.Values["visit"] = new Version(1, 2);
                    return Task.FromResult(Dialog.EndOfTurn);
                },
            ]
        );

        var refused = await Assert.ThrowsAsync<StateCodecException>(() => new Talk(waterfall).SayAsync("hi"));

        Assert.EndsWith("stack[0].state.values.visit", refused.Path, StringComparison.Ordinal);
        Assert.Contains("System.Version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stored_text_names_no_classes()
    {
        var stack = new DialogState([
            new DialogInstance { Id = "a", State = { ["options"] = Talk.Asking("?"), ["style"] = ListStyle.Auto } },
        ]);

        var text = new StateCodec().Encode("key", new Dictionary<string, object> { ["stack"] = stack });

        Assert.DoesNotContain("TriageBot", text, StringComparison.Ordinal);
        Assert.Contains("\"dialog-state\"", text, StringComparison.Ordinal);
    }

    private static async Task<DialogState> StoredAsync(MemoryStorage storage, Dialog root)
    {
        var talk = new Talk(root, storage, Talk.Asking("?"));
        await talk.SayAsync("again");
        var activity = talk.Stack.Context.Activity;
        var items = await storage.ReadAsync([$"{activity.ChannelId}/conversations/{activity.Conversation!.Id}"]);
        var state = (IDictionary<string, object>)Assert.Single(items).Value;
        return (DialogState)state[nameof(DialogState)];
    }
}
