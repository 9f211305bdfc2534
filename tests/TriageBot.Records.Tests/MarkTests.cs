using TriageBot.BotFramework.Hosting;

namespace TriageBot.Records.Tests;

public sealed class MarkTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_the_bot_says_matters_counts_before_what_the_message_is() =>
        Assert.Equal(
            Weight.Promise,
            Read(new() { ["matters"] = "promise", ["question"] = new Dictionary<string, object>() }).Weight
        );

    [Theory]
    [InlineData("emergency", Weight.Instruction)]
    [InlineData("callback", Weight.Promise)]
    [InlineData("selfcare", null)]
    public void An_outcome_matters_as_its_route_does(string route, Weight? weight) =>
        Assert.Equal(
            weight,
            Read(new() { ["outcome"] = new Dictionary<string, object> { ["disposition"] = route } }).Weight
        );

    [Fact]
    public void A_question_matters() =>
        Assert.Equal(Weight.Question, Read(new() { ["question"] = new Dictionary<string, object>() }).Weight);

    [Fact]
    public void A_message_says_until_when_it_is_true() =>
        Assert.Equal(Noon, Read(new() { ["goodUntil"] = "2026-11-22T07:00:00-05:00" }).GoodUntil);

    [Fact]
    public void Plain_messages_and_other_peoples_channel_data_carry_no_marks()
    {
        Assert.Equal(default, Read(null));
        Assert.Equal(default, Of("some text"));
        Assert.Equal(default, Of(new Dictionary<string, object> { ["triage"] = "text" }));
        Assert.Equal(default, Read(new() { ["matters"] = "nonsense", ["goodUntil"] = "soon" }));
    }

    private static Marks Read(Dictionary<string, object>? triage) =>
        Of(triage is null ? null : new Dictionary<string, object> { ["triage"] = triage });

    private static Marks Of(object? channelData)
    {
        var activity = new Activity(ActivityTypes.Message) { ChannelData = channelData };
        return Marks.Read(new OutgoingActivity(activity));
    }
}
