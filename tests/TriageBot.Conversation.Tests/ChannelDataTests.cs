using System.Text.Json;

namespace TriageBot.Conversation.Tests;

/// <summary>What a message carries for machines: testers' tools and simulated patients answer by it.</summary>
public class ChannelDataTests
{
    [Fact]
    public async Task Each_option_names_everything_that_it_asks_about()
    {
        var chat = await new PatientChat().Say("hi", "FINE", "0", "0", "1", "2", "0");
        Assert.Equal("other-symptoms", chat.Asked);

        var question = Asked(chat);
        Assert.Equal("any-of", question.GetProperty("kind").GetString());
        var options = question.GetProperty("options").EnumerateArray().ToList();
        Assert.Equal(["1", "2", "3", "4", "5", "6", "0", "9"], options.Select(o => o.GetProperty("value").GetString()));
        Assert.Equal(
            ["back_pain_severe", "rib_pain_severe", "back_pain", "rib_pain"],
            options[5].GetProperty("asks").EnumerateArray().Select(ask => ask.GetString())
        );
    }

    [Fact]
    public async Task A_question_asks_the_union_of_its_options()
    {
        var chat = await new PatientChat().Say("hi", "FINE");
        var question = Asked(chat);
        var union = question
            .GetProperty("options")
            .EnumerateArray()
            .SelectMany(option => option.GetProperty("asks").EnumerateArray().Select(ask => ask.GetString()))
            .ToHashSet();
        Assert.Subset(question.GetProperty("asks").EnumerateArray().Select(ask => ask.GetString()).ToHashSet(), union);
        Assert.Contains("face_droop", union);
    }

    [Fact]
    public async Task The_buttons_carry_the_same_choices()
    {
        var chat = await new PatientChat().Say("hi", "FINE");
        var values = Asked(chat)
            .GetProperty("options")
            .EnumerateArray()
            .Select(o => o.GetProperty("value").GetString());
        var buttons = chat.Replies[^1].SuggestedActions!.Actions!.Select(action => action.Value as string);
        Assert.Equal(values, buttons);
    }

    [Fact]
    public async Task The_text_shows_each_option_on_its_own_line()
    {
        var chat = await new PatientChat().Say("hi", "FINE");
        Assert.Contains("\n1 Chest pain", chat.Texts.Last(), StringComparison.Ordinal);
    }

    private static JsonElement Asked(PatientChat chat) =>
        JsonSerializer.SerializeToElement(chat.Replies[^1].ChannelData).GetProperty("triage").GetProperty("question");
}
