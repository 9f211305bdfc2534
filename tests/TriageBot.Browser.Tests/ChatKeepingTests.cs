using Microsoft.Playwright;
using TriageBot.Browser.Tests.Support;
using TriageBot.Host.Commands;
using TriageBot.Host.Tests.Support;
using static TriageBot.Browser.Tests.Support.PatientPage;

namespace TriageBot.Browser.Tests;

/// <summary>Nothing that a patient wrote on the page is lost, and nothing arrives twice.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChatKeepingTests(Chromium chromium) : IAsyncLifetime
{
    private LineHost line = null!;

    public async Task InitializeAsync() => line = await LineHost.StartAsync();

    public async Task DisposeAsync() => await line.DisposeAsync();

    [ChromiumFact]
    public async Task What_is_taken_before_the_stream_tells_of_the_rest_stays_below_it()
    {
        var page = await Open();
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        var reloaded = false;
        await page.RouteAsync("**/activities", route => reloaded ? route.ContinueAsync() : route.AbortAsync());
        await Says(page, "my wound leaks yellow stuff");
        await Assertions.Expect(page.Locator(".mine").Last).ToHaveAttributeAsync("data-state", "waiting");
        var taken = new TaskCompletionSource();
        Task told = taken.Task;
        await page.RouteWebSocketAsync(
            "**/stream**",
            socket =>
                socket
                    .ConnectToServer()
                    // Each frame after the one before it.
                    .OnMessage(frame => told = told.ContinueWith(_ => socket.Send(frame.Text!), TaskScheduler.Default))
        );

        await page.ReloadAsync();
        reloaded = true;
        await Assertions.Expect(page.Locator(".mine")).ToHaveAttributeAsync("data-state", "sent");
        taken.SetResult();
        await Assertions
            .Expect(page.Locator(".mine .text"))
            .ToHaveTextAsync(["my back is a little sore", "my wound leaks yellow stuff"]);
    }

    [ChromiumFact]
    public async Task What_was_typed_or_not_sent_yet_outlives_a_reload_and_arrives_once()
    {
        var page = await Open();
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        await page.Context.SetOfflineAsync(true);
        await Says(page, "my wound leaks yellow stuff");
        await Assertions.Expect(page.Locator("#offline")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".mine").Last).ToHaveAttributeAsync("data-state", "waiting");
        await IsWithoutBarrier(page, "not sent");
        await page.FillAsync("#box", "and I am wri");

        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        Assert.Equal("and I am wri", await page.InputValueAsync("#box"));
        await Arrives(line, "my wound leaks yellow stuff");
        await Sees(page, RedFlags);
        await Assertions.Expect(page.GetByText("my wound leaks yellow stuff")).ToHaveCountAsync(1);
        Assert.Equal(
            ["my back is a little sore", "my wound leaks yellow stuff"],
            await page.Locator(".mine .text").AllInnerTextsAsync()
        );
        Assert.Equal(2, (await Texts(line)).Count);
    }

    [ChromiumFact]
    public async Task After_a_reload_the_conversation_goes_on_where_it_was()
    {
        var page = await Open();
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        await page.ReloadAsync();
        await Sees(page, "my back is a little sore");
        await page.GetByRole(AriaRole.Button, new() { Name = "None of these" }).ClickAsync();
        await Sees(page, "Since you went home");
        Assert.Single((await line.Host.Stored()).Select(row => row.ConversationId).Distinct());
    }

    [ChromiumFact]
    public async Task When_the_host_restarts_the_page_goes_on_by_itself()
    {
        var page = await Open();
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        await line.StopAsync();
        await Says(page, "no, none of these");
        await line.StartAgainAsync();
        await Sees(page, "Since you went home");
        Assert.Equal(2, (await Texts(line)).Count);
    }

    [ChromiumFact]
    public async Task What_was_typed_or_not_sent_yet_outlives_a_tab_that_was_killed()
    {
        var page = await Open();
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        await page.Context.SetOfflineAsync(true);
        await Says(page, "my wound leaks yellow stuff");
        await Assertions.Expect(page.Locator(".mine").Last).ToHaveAttributeAsync("data-state", "waiting");
        await page.FillAsync("#box", "and I am wri");
        await Kill(page);

        await page.Context.SetOfflineAsync(false);
        var again = await page.Context.NewPageAsync();
        await again.GotoAsync($"{line.Host.Address}chat");
        Assert.Equal("and I am wri", await again.InputValueAsync("#box"));
        await Arrives(line, "my wound leaks yellow stuff");
        await Assertions.Expect(again.GetByText("my wound leaks yellow stuff")).ToHaveCountAsync(1);
        Assert.Equal(2, (await Texts(line)).Count);
    }

    [ChromiumFact]
    public async Task Two_tabs_are_one_conversation_and_lose_nothing_of_each_other()
    {
        var one = await Open();
        var other = await one.Context.NewPageAsync();
        await other.GotoAsync($"{line.Host.Address}chat");
        await Says(one, "my back is a little sore");
        await Sees(one, RedFlags);
        await one.Context.SetOfflineAsync(true);
        await Says(one, "my wound leaks yellow stuff");
        await Says(other, "and my leg is numb");
        await Assertions.Expect(other.Locator(".mine").Last).ToHaveAttributeAsync("data-state", "waiting");
        await Kill(one);
        await Kill(other);

        await one.Context.SetOfflineAsync(false);
        var again = await one.Context.NewPageAsync();
        await again.GotoAsync($"{line.Host.Address}chat");
        await Arrives(line, "my wound leaks yellow stuff");
        await Arrives(line, "and my leg is numb");
        Assert.Equal(3, (await Texts(line)).Count);
        Assert.Single((await line.Host.Stored()).Select(row => row.ConversationId).Distinct());
    }

    [ChromiumFact]
    public async Task Two_tabs_show_the_same()
    {
        var one = await Open();
        await Says(one, "my back is a little sore");
        await Sees(one, RedFlags);
        var other = await one.Context.NewPageAsync();
        await other.GotoAsync($"{line.Host.Address}chat");
        await Sees(other, RedFlags);
        await Taps(other, "None of these");
        await Sees(one, MoreRedFlags);
        await Taps(one, "None of these");
        await Sees(other, "Which one did you have?");
        Assert.Equal(
            await one.Locator("#talk .text").AllInnerTextsAsync(),
            await other.Locator("#talk .text").AllInnerTextsAsync()
        );
    }

    [ChromiumFact]
    public async Task When_the_records_are_restored_from_an_older_day_the_page_shows_what_is_on_record_and_goes_on()
    {
        var page = await Open();
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        var backup = Path.Combine(line.Directory, "backup.db");
        await Run("backup", backup);
        await Taps(page, "None of these");
        await Sees(page, MoreRedFlags);
        await line.StopAsync();
        await Run("restore", backup);
        await line.StartAgainAsync();

        await Says(page, "I have chest pain");
        await Arrives(line, "I have chest pain");
        await Assertions.Expect(page.Locator(".urgent")).ToBeInViewportAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText(MoreRedFlags)).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        Assert.Equal(["my back is a little sore", "I have chest pain"], await Texts(line));
    }

    // The renderer dies as it does when a phone needs its memory: no script runs any more.
    private static async Task Kill(IPage page)
    {
        var crashed = new TaskCompletionSource();
        page.Crash += (_, _) => crashed.TrySetResult();
        var control = await page.Context.NewCDPSessionAsync(page);
        _ = control.SendAsync("Page.crash").ContinueWith(sent => sent.Exception, TaskScheduler.Default);
        await crashed.Task;
        await page.CloseAsync();
    }

    private async Task Run(string verb, string file)
    {
        var console = new TestConsole();
        var code = await CommandTable.RunAsync(
            [verb, file, $"--Records:Directory={line.Directory}", .. Production.Settings],
            console.Streams
        );
        Assert.True(code == 0, console.Error);
    }

    private Task<IPage> Open() => PatientPage.OpenAsync(chromium, line);
}
