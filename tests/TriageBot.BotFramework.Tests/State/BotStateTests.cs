using Moq;
using TriageBot.BotFramework.Tests.Turns;

namespace TriageBot.BotFramework.Tests.State;

public sealed class BotStateTests : IDisposable
{
    private readonly MemoryStorage storage = new(new StateCodec());
    private readonly List<TurnContext> turns = [];

    public void Dispose() => turns.ForEach(turn => turn.Dispose());

    [Fact]
    public async Task A_property_set_and_saved_is_there_in_the_next_turn()
    {
        await InTurn(async (state, turn) => await state.CreateProperty<int>("count").SetAsync(turn, 3));

        await InTurn(async (state, turn) => Assert.Equal(3, await state.CreateProperty<int>("count").GetAsync(turn)));
    }

    [Fact]
    public async Task Without_a_value_there_is_the_factorys_and_it_is_kept()
    {
        await InTurn(
            async (state, turn) =>
            {
                var names = state.CreateProperty<List<string>>("names");
                Assert.Null(await names.GetAsync(turn));
                (await names.GetAsync(turn, () => [])).Add("Ana");
            }
        );

        await InTurn(
            async (state, turn) =>
                Assert.Equal(["Ana"], await state.CreateProperty<List<string>>("names").GetAsync(turn))
        );
    }

    [Fact]
    public async Task Without_a_value_and_a_factory_there_is_the_types_default()
    {
        await InTurn(async (state, turn) => Assert.Equal(0, await state.CreateProperty<int>("count").GetAsync(turn)));
    }

    [Fact]
    public async Task A_value_is_read_as_another_type_where_that_is_possible()
    {
        await InTurn(async (state, turn) => await state.CreateProperty<int>("count").SetAsync(turn, 3));

        await InTurn(
            async (state, turn) =>
            {
                Assert.Equal(3L, await state.CreateProperty<long>("count").GetAsync(turn));
                var wrong = state.CreateProperty<Guid>("count");
                var error = await Assert.ThrowsAsync<InvalidOperationException>(() => wrong.GetAsync(turn));
                Assert.Contains("'count' holds a System.Int32", error.Message, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_deleted_property_is_gone()
    {
        await InTurn(async (state, turn) => await state.CreateProperty<string>("name").SetAsync(turn, "Ana"));
        await InTurn(async (state, turn) => await state.CreateProperty<string>("name").DeleteAsync(turn));

        await InTurn(async (state, turn) => Assert.Null(await state.CreateProperty<string>("name").GetAsync(turn)));
    }

    [Fact]
    public async Task A_cleared_state_is_empty_after_saving()
    {
        await InTurn(async (state, turn) => await state.CreateProperty<string>("name").SetAsync(turn, "Ana"));
        await InTurn((state, turn) => state.ClearStateAsync(turn));

        await InTurn(async (state, turn) => Assert.Null(await state.CreateProperty<string>("name").GetAsync(turn)));
    }

    [Fact]
    public async Task A_deleted_state_is_gone_from_storage()
    {
        await InTurn(async (state, turn) => await state.CreateProperty<string>("name").SetAsync(turn, "Ana"));

        await InTurn((state, turn) => state.DeleteAsync(turn));

        Assert.Empty(await storage.ReadAsync(["test/conversations/c"]));
    }

    [Fact]
    public async Task Only_what_changed_is_written()
    {
        var counting = new Mock<IStorage>();
        counting
            .Setup(s => s.ReadAsync(It.IsAny<string[]>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Dictionary<string, object>());
        var state = new ConversationState(counting.Object);
        var turn = Turn();
        var names = state.CreateProperty<List<string>>("names");

        await state.SaveChangesAsync(turn);
        await names.GetAsync(turn, () => []);
        await state.SaveChangesAsync(turn);
        await state.SaveChangesAsync(turn);
        counting.Verify(s => s.WriteAsync(It.IsAny<Dictionary<string, object>>(), default), Times.Once);

        (await names.GetAsync(turn)).Add("Ana");
        await state.SaveChangesAsync(turn);
        await state.SaveChangesAsync(turn, force: true);

        counting.Verify(s => s.WriteAsync(It.IsAny<Dictionary<string, object>>(), default), Times.Exactly(3));
        counting.Verify(s => s.ReadAsync(It.IsAny<string[]>(), default), Times.Once);
    }

    [Fact]
    public async Task A_value_of_an_unknown_type_is_refused_with_its_place_when_saving()
    {
        var turn = Turn();
        var state = new ConversationState(storage);
        await state.CreateProperty<Uri>("link").SetAsync(turn, new Uri("https://x"));

        var refusal = await Assert.ThrowsAsync<StateCodecException>(() => state.SaveChangesAsync(turn));

        Assert.Equal(("test/conversations/c", "link"), (refusal.StateKey, refusal.Path));
    }

    [Fact]
    public async Task Each_state_has_its_own_key()
    {
        var turn = Turn();
        BotState[] states =
        [
            new ConversationState(storage),
            new UserState(storage),
            new PrivateConversationState(storage),
        ];
        foreach (var state in states)
        {
            await state.CreateProperty<int>("n").SetAsync(turn, 1);
        }

        await new BotStateSet(states).SaveAllChangesAsync(turn);

        Assert.Single(await storage.ReadAsync(["test/conversations/c"]));
        Assert.Single(await storage.ReadAsync(["test/users/u"]));
        Assert.Single(await storage.ReadAsync(["test/conversations/c/users/u"]));
    }

    [Fact]
    public async Task An_activity_from_nobody_has_no_state()
    {
        var turn = Turn();
        turn.Activity.From = null;

        await Assert.ThrowsAsync<InvalidOperationException>(() => new UserState(storage).LoadAsync(turn));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_property_needs_a_name(string? name)
    {
        Assert.Throws<ArgumentNullException>(() => new UserState(storage).CreateProperty<int>(name!));
    }

    [Fact]
    public async Task The_loaded_state_can_be_looked_at_as_json()
    {
        var turn = Turn();
        var state = new ConversationState(storage);
        await state.CreateProperty<string>("name").SetAsync(turn, "Ana");

        Assert.Equal("Ana", (string?)state.Get(turn)["name"]);
    }

    private async Task InTurn(Func<ConversationState, ITurnContext, Task> act)
    {
        var turn = Turn();
        var state = new ConversationState(storage);
        await act(state, turn);
        await state.SaveChangesAsync(turn);
    }

    private TurnContext Turn()
    {
        var activity = new Activity("message")
        {
            ChannelId = "test",
            Conversation = new ConversationAccount(id: "c"),
            From = new ChannelAccount("u"),
        };
        turns.Add(new TurnContext(new RecordingAdapter(), activity));
        return turns[^1];
    }
}
