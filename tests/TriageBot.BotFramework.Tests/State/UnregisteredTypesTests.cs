namespace TriageBot.BotFramework.Tests.State;

public class UnregisteredTypesTests
{
    [Fact]
    public void A_test_storage_keeps_types_that_nobody_registered()
    {
        var codec = StateCodec.AllowUnregistered();
        var state = new Dictionary<string, object?>
        {
            ["poco"] = new Poco
            {
                Name = "x",
                Inner = new Poco { Name = "y" },
            },
            ["list"] = new List<Poco> { new() { Name = "z" } },
            ["set"] = new HashSet<string> { "a" },
        };

        var back = (Dictionary<string, object?>)codec.Decode("k", codec.Encode("k", state))!;

        Assert.Equal("y", Assert.IsType<Poco>(back["poco"]).Inner!.Name);
        Assert.Equal("z", Assert.Single(Assert.IsType<List<Poco>>(back["list"])).Name);
        Assert.Equal(["a"], Assert.IsType<HashSet<string>>(back["set"]));
    }

    [Fact]
    public void A_product_storage_does_not()
    {
        Assert.False(new StateCodec().AllowsUnregistered);
        Assert.Throws<StateCodecException>(() => new StateCodec().Encode("k", new Poco()));
    }

    [Fact]
    public async Task A_memory_storage_with_a_strict_codec_is_as_strict_as_the_product()
    {
        var storage = new MemoryStorage(new StateCodec());
        var changes = new Dictionary<string, object> { ["k"] = new Dictionary<string, object?> { ["p"] = new Poco() } };

        await Assert.ThrowsAsync<StateCodecException>(() => storage.WriteAsync(changes));

        Assert.Empty(await storage.ReadAsync(["k"]));
    }

    public sealed class Poco
    {
        public string? Name { get; set; }

        public Poco? Inner { get; set; }
    }
}
