namespace TriageBot.BotFramework.Tests.Turns;

public class TurnStateTests
{
    [Fact]
    public void A_value_is_found_by_key_or_by_type()
    {
        using var state = new TurnContextStateCollection();
        state.Add("key", "by key");
        state.Add<IComparable>("by type");

        Assert.Equal("by key", state.Get<string>("key"));
        Assert.Equal("by type", state.Get<IComparable>());
        Assert.Null(state.Get<string>());
        Assert.Null(state.Get<string>("nothing"));
        Assert.Null(state.Get<Activity>("key"));
    }

    [Fact]
    public void Adding_twice_is_an_error_and_setting_is_not()
    {
        using var state = new TurnContextStateCollection();
        state.Add("key", "one");

        Assert.Throws<ArgumentException>(() => state.Add("key", "two"));
        state.Set("key", "three");

        Assert.Equal("three", state.Get<string>("key"));
    }

    [Fact]
    public void When_the_turn_ends_its_values_are_disposed_and_it_cannot_be_used()
    {
        var state = new TurnContextStateCollection();
        var stream = new MemoryStream();
        state.Add(stream);

        state.Dispose();

        Assert.False(stream.CanRead);
        Assert.Throws<ObjectDisposedException>(() => state.Get<MemoryStream>());
    }
}
