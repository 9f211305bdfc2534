using System.Text.Json;

namespace TriageBot.BotFramework.Tests.Schema;

public class ChannelDataTests
{
    [Fact]
    public void It_is_read_as_the_type_asked_for()
    {
        var activity = BotJson.ReadActivity("""{"channelData":{"clientActivityID":"k-1","count":2}}""");

        var data = activity.GetChannelData<Extras>()!;

        Assert.Equal("k-1", data.ClientActivityID);
        Assert.Equal(2, data.Count);
    }

    [Fact]
    public void Built_from_dictionaries_it_is_read_the_same_way()
    {
        var activity = new Activity
        {
            ChannelData = new Dictionary<string, object?> { ["clientActivityID"] = "k-1", ["count"] = 2 },
        };

        Assert.Equal(2, activity.GetChannelData<Extras>()!.Count);
        Assert.Equal("k-1", activity.GetChannelData<JsonElement>().GetProperty("clientActivityID").GetString());
    }

    [Fact]
    public void The_object_itself_comes_back_where_it_has_the_type()
    {
        var extras = new Extras();

        Assert.Same(extras, new Activity { ChannelData = extras }.GetChannelData<Extras>());
    }

    [Fact]
    public void Asking_for_a_type_that_does_not_fit_is_no_error_when_one_only_tries()
    {
        var activity = BotJson.ReadActivity("""{"channelData":{"count":"many"}}""");

        Assert.False(activity.TryGetChannelData<Extras>(out _));
        Assert.Throws<JsonException>(() => activity.GetChannelData<Extras>());
    }

    [Fact]
    public void Without_channel_data_there_is_nothing_to_get()
    {
        Assert.Null(new Activity().GetChannelData<Extras>());
        Assert.False(new Activity().TryGetChannelData<Extras>(out _));
    }

    public sealed class Extras
    {
        public string? ClientActivityID { get; set; }

        public int Count { get; set; }
    }
}
