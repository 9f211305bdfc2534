namespace TriageBot.BotFramework.Tests.State;

public class StateCodecTests
{
    private static readonly StateCodec Codec = new();

    public static TheoryData<object?> Values() =>
        [
            null,
            "text",
            "ñ \u0001 \"",
            true,
            false,
            7,
            int.MinValue,
            7L,
            long.MaxValue,
            38.5,
            1.0,
            double.NaN,
            double.NegativeInfinity,
            1.50m,
            decimal.MaxValue,
            new DateTimeOffset(2026, 11, 22, 5, 39, 8, 799, TimeSpan.FromHours(-6)).AddTicks(1),
            new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
            new List<object?> { 1, 2L, "three", null, 4.0 },
            new List<string?> { "a", null },
            new List<int> { 1, 2 },
            new List<int?> { 1, null },
            new List<long>(),
            new[] { "a", "b" },
            new[] { 1.5m },
            new List<List<Guid>> { new() { Guid.Empty } },
            new Dictionary<string, object?>
            {
                ["a"] = 1,
                ["b"] = new Dictionary<string, object?> { ["c"] = 2L },
            },
            new Dictionary<string, object?> { ["$"] = "a key like the tag", ["v"] = 1 },
            new Dictionary<string, double> { ["a"] = 1 },
            new Dictionary<string, List<bool>> { ["a"] = [true] },
            new Dictionary<string, string[]>(),
        ];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_comes_back_as_what_it_was(object? value)
    {
        var text = Codec.Encode("key", value);

        var back = Codec.Decode("key", text);

        Assert.Equal(value?.GetType(), back?.GetType());
        Assert.Equal(value, back);
        Assert.Equal(text, Codec.Encode("key", back));
    }

    [Fact]
    public void Plain_values_are_plain_text_and_others_carry_a_short_name()
    {
        var state = new Dictionary<string, object?>
        {
            ["name"] = "Ana",
            ["count"] = 3,
            ["since"] = 4L,
            ["seen"] = new List<string> { "fever" },
        };

        Assert.Equal(
            """{"name":"Ana","count":3,"since":{"$":"long","v":4},"seen":{"$":"list string","v":["fever"]}}""",
            Codec.Encode("key", state)
        );
    }

    [Fact]
    public void A_decimal_keeps_its_zeros_and_a_time_its_offset()
    {
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-6));

        Assert.Equal("1.50", $"{Codec.Decode("k", Codec.Encode("k", 1.50m)):G}");
        Assert.Equal(time.Offset, ((DateTimeOffset)Codec.Decode("k", Codec.Encode("k", time))!).Offset);
    }

    public static TheoryData<object, string> Refused() =>
        new()
        {
            { new Uri("https://x"), "System.Uri" },
            { 1.5f, "System.Single" },
            { DateTime.UnixEpoch, "System.DateTime" },
            { DayOfWeek.Friday, "System.DayOfWeek" },
            { new HashSet<string>(), "HashSet" },
            { new Dictionary<int, string>(), "Dictionary" },
            { new SortedDictionary<string, object?>(), "SortedDictionary" },
            { new List<Uri>(), "List" },
            { new { Name = "x" }, "AnonymousType" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Any_other_type_is_refused_when_it_is_written(object value, string type)
    {
        var state = new Dictionary<string, object?>
        {
            ["a"] = new List<object?> { 0, MapOf("b", value) },
        };

        var refusal = Assert.Throws<StateCodecException>(() => Codec.Encode("webchat/users/1", state));

        Assert.Equal("a[1].b", refusal.Path);
        Assert.Equal("webchat/users/1", refusal.StateKey);
        Assert.Contains(type, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("StateTypes.Register", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_holds_itself_is_refused()
    {
        var state = new Dictionary<string, object?>();
        state["self"] = state;

        Assert.Throws<StateCodecException>(() => Codec.Encode("key", state));
    }

    [Fact]
    public void Values_nested_as_deep_as_is_allowed_come_back()
    {
        object? value = "core";
        for (var i = 0; i < 60; i++)
        {
            value = new List<Dictionary<string, object?>> { MapOf("in", value) }[0];
        }

        Assert.Equal(Codec.Encode("k", value), Codec.Encode("k", Codec.Decode("k", Codec.Encode("k", value))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("1.5")]
    [InlineData("""{"$":"nothing","v":1}""")]
    [InlineData("""{"$":"list nothing","v":[]}""")]
    [InlineData("""{"$":"clr:System.Uri","v":"https://x"}""")]
    [InlineData("""{"$":"long"}""")]
    [InlineData("""{"$":"long","v":"x"}""")]
    [InlineData("""{"$":7,"v":"x"}""")]
    [InlineData("""{"$":"list int","v":["x"]}""")]
    [InlineData("""{"$":"list activity","v":[1]}""")]
    public void Damaged_text_is_an_error_that_names_the_state(string text)
    {
        Assert.Equal("the-key", Assert.Throws<StateCodecException>(() => Codec.Decode("the-key", text)).StateKey);
    }

    private static Dictionary<string, object?> MapOf(string name, object? value) => new() { [name] = value };
}
