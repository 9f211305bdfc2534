using TriageBot.BotFramework.State;

namespace TriageBot.Records.Tests;

public sealed class TurnStorageTests
{
    private static readonly string[] Keys =
    [
        "webchat/conversations/abc",
        "webchat/users/ann",
        "webchat/conversations/abc/users/ann",
        "my-own-key",
    ];

    [Fact]
    public async Task The_keys_of_all_doors_name_the_parts_of_one_conversation()
    {
        var storage = new TurnStorage(new StateCodec(), new Dictionary<string, string>());
        await storage.WriteAsync(Keys.ToDictionary(key => key, key => (object)key));

        Assert.Equal(["conversation", "my-own-key", "private", "user"], storage.Changes.Keys.Order());
        var bySms = await storage.ReadAsync(["sms/conversations/+1423"]);
        Assert.Equal("webchat/conversations/abc", bySms["sms/conversations/+1423"]);
    }

    [Fact]
    public async Task What_was_deleted_in_a_turn_is_gone_in_it_and_what_was_not_written_is_no_change()
    {
        var stored = new Dictionary<string, string> { ["user"] = new StateCodec().Encode("k", 7) };
        var storage = new TurnStorage(new StateCodec(), stored);

        Assert.Equal(7, (await storage.ReadAsync(["webchat/users/ann"]))["webchat/users/ann"]);
        Assert.Empty(storage.Changes);
        await storage.DeleteAsync(["webchat/users/ann"]);
        Assert.Empty(await storage.ReadAsync(["webchat/users/ann"]));
        Assert.Null(storage.Changes["user"]);
    }
}
