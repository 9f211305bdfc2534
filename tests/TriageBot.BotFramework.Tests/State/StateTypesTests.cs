using System.Text.Json.Serialization;

namespace TriageBot.BotFramework.Tests.State;

public sealed record Temperature(decimal Celsius, DateTimeOffset At);

public enum Answer
{
    Present,
    Absent,
}

/// <summary>Holds values of any type, as a dialog instance does.</summary>
public sealed class Bag
{
    public string? Id { get; set; }

    public Dictionary<string, object?> Values { get; set; } = [];

    public List<Bag> Stack { get; set; } = [];
}

[JsonSerializable(typeof(Temperature))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class OwnTypesContext : JsonSerializerContext;

public class StateTypesTests
{
    private static readonly StateCodec Codec = new(Types());

    [Fact]
    public void A_registered_type_comes_back_as_itself_and_is_stored_by_its_name()
    {
        var value = new Dictionary<string, object?>
        {
            ["reading"] = new Temperature(38.5m, DateTimeOffset.UnixEpoch),
            ["answers"] = new Dictionary<string, Answer> { ["fever"] = Answer.Absent },
            ["list"] = new List<Temperature> { new(37m, DateTimeOffset.UnixEpoch) },
            ["maybe"] = new List<Answer?> { null, Answer.Present },
        };

        var text = Codec.Encode("key", value);
        var back = (Dictionary<string, object?>)Codec.Decode("key", text)!;

        Assert.Equal(value["reading"], back["reading"]);
        Assert.Equal(value["answers"], back["answers"]);
        Assert.Equal(value["list"], back["list"]);
        Assert.Equal(value["maybe"], back["maybe"]);
        Assert.DoesNotContain("TriageBot", text, StringComparison.Ordinal);
        Assert.DoesNotContain("System", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_of_a_type_may_be_values_of_any_type()
    {
        var bag = new Bag
        {
            Id = "outer",
            Values = { ["count"] = 2L, ["reading"] = new Temperature(36.6m, DateTimeOffset.UnixEpoch) },
            Stack =
            {
                new Bag { Id = "inner", Values = { ["names"] = new[] { "a" } } },
            },
        };

        var back = (Bag)Codec.Decode("key", Codec.Encode("key", bag))!;

        Assert.Equal(("outer", 2L), (back.Id, back.Values["count"]));
        Assert.Equal(bag.Values["reading"], back.Values["reading"]);
        Assert.Equal(["a"], Assert.IsType<string[]>(Assert.Single(back.Stack).Values["names"]));
    }

    [Fact]
    public void A_refusal_deep_in_a_registered_type_says_where()
    {
        var bag = new Bag
        {
            Stack =
            {
                new Bag(),
                new Bag { Values = { ["where"] = new Uri("https://x") } },
            },
        };
        var state = new Dictionary<string, object?> { ["DialogState"] = bag };

        var refusal = Assert.Throws<StateCodecException>(() => Codec.Encode("key", state));

        Assert.Equal("DialogState.stack[1].values.where", refusal.Path);
    }

    [Fact]
    public void A_part_of_another_type_than_expected_is_an_error_that_says_where()
    {
        const string text = """{"b":{"$":"bag","v":{"id":7,"values":{},"stack":{"$":"list bag","v":[]}}}}""";

        Assert.Equal("b.id", Assert.Throws<StateCodecException>(() => Codec.Decode("key", text)).Path);
    }

    [Fact]
    public void The_rooms_own_types_are_always_there()
    {
        var activity = new Activity("message") { Text = "Where does it hurt?", Id = "1" };

        var back = Assert.IsType<Activity>(new StateCodec().Decode("k", new StateCodec().Encode("k", activity)));

        Assert.Equal("Where does it hurt?", back.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("int")]
    [InlineData("list")]
    [InlineData("object")]
    [InlineData("bag")]
    public void A_name_that_is_taken_or_malformed_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() =>
            Types().Register(name, (Uri _, StateWriter _) => { }, _ => new Uri("x"))
        );
    }

    [Fact]
    public void A_type_cannot_be_registered_twice()
    {
        Assert.Throws<ArgumentException>(() => Types().Register("again", OwnTypesContext.Default.Temperature));
    }

    private static StateTypes Types() =>
        new StateTypes()
            .Register("temperature", OwnTypesContext.Default.Temperature)
            .Register("answer", OwnTypesContext.Default.Answer)
            .Register("bag", WriteBag, ReadBag);

    private static void WriteBag(Bag bag, StateWriter writer)
    {
        writer.Write("id", bag.Id);
        writer.Write("values", bag.Values);
        writer.Write("stack", bag.Stack);
    }

    private static Bag ReadBag(StateReader reader) =>
        new()
        {
            Id = reader.Read<string>("id"),
            Values = reader.Read<Dictionary<string, object?>>("values") ?? [],
            Stack = reader.Read<List<Bag>>("stack") ?? [],
        };
}
