using System.Text.Json.Nodes;

namespace TriageBot.BotFramework.Tests.State;

public class MemoryStorageTests
{
    private readonly MemoryStorage storage = new();

    [Fact]
    public async Task What_is_not_there_is_not_in_the_result()
    {
        Assert.Empty(await storage.ReadAsync(["unknown"]));
    }

    [Fact]
    public async Task What_is_read_is_never_the_object_that_was_written()
    {
        var item = new Item { Text = "before" };
        await Write(item);
        item.Text = "after";

        Assert.Equal("before", (await Read()).Text);
        Assert.NotSame(await Read(), await Read());
    }

    [Fact]
    public async Task An_item_that_was_changed_in_between_is_not_written_over()
    {
        await Write(new Item { Text = "one" });
        var mine = await Read();
        var theirs = await Read();
        theirs.Text = "theirs";
        await Write(theirs);

        mine.Text = "mine";
        await Assert.ThrowsAsync<Exception>(() => Write(mine));

        Assert.Equal("theirs", (await Read()).Text);
    }

    [Fact]
    public async Task Every_write_gives_a_new_version()
    {
        await Write(new Item());
        var first = (await Read()).ETag;
        await Write(await Read());

        Assert.NotNull(first);
        Assert.NotEqual(first, (await Read()).ETag);
    }

    [Fact]
    public async Task A_star_writes_over_any_version_and_an_empty_one_over_none()
    {
        await Write(new Item { Text = "one" });

        await Write(new Item { Text = "two", ETag = "*" });
        await Assert.ThrowsAsync<Exception>(() => Write(new Item { Text = "three", ETag = "" }));

        Assert.Equal("two", (await Read()).Text);
    }

    [Fact]
    public async Task When_one_of_several_items_is_stale_none_is_written()
    {
        await Write(new Item { Text = "one" });
        var changes = new Dictionary<string, object>
        {
            ["other"] = new Item(),
            ["item"] = new Item { ETag = "stale" },
        };

        await Assert.ThrowsAsync<Exception>(() => storage.WriteAsync(changes));

        Assert.Empty(await storage.ReadAsync(["other"]));
    }

    [Fact]
    public async Task Deleting_deletes_and_deleting_nothing_does_no_harm()
    {
        await Write(new Item());

        await storage.DeleteAsync(["item", "unknown"]);

        Assert.Empty(await storage.ReadAsync(["item"]));
    }

    [Fact]
    public async Task Keys_may_hold_anything()
    {
        const string key = "!@#$%^&*()~/\\><,.?';\"`~";
        await storage.WriteAsync(new Dictionary<string, object> { [key] = new Item { Text = "x" } });

        Assert.Equal("x", (await storage.ReadAsync<Item>([key]))[key].Text);
    }

    [Fact]
    public async Task The_dictionary_given_shows_what_is_stored()
    {
        var dictionary = new Dictionary<string, JsonObject>();
        var shared = new MemoryStorage(dictionary);

        await shared.WriteAsync(
            new Dictionary<string, object> { ["k"] = new Dictionary<string, object?> { ["name"] = "Ana" } }
        );

        Assert.Equal("Ana", (string?)dictionary["k"]["name"]);
        Assert.Single(await new MemoryStorage(dictionary).ReadAsync(["k"]));
    }

    private Task Write(Item item) => storage.WriteAsync(new Dictionary<string, object> { ["item"] = item });

    private async Task<Item> Read() => (await storage.ReadAsync<Item>(["item"]))["item"];

    public sealed class Item : IStoreItem
    {
        public string? Text { get; set; }

        public string? ETag { get; set; }
    }
}
