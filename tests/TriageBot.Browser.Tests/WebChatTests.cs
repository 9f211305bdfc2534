using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TriageBot.Browser.Tests.Support;
using TriageBot.Records.Model;

namespace TriageBot.Browser.Tests;

/// <summary>Web Chat, as hospitals embed it, in a real browser and on another origin than the host.</summary>
[Collection(BrowserTests.Name)]
public sealed class WebChatTests(Chromium chromium) : IAsyncLifetime
{
    private const string Opening = "How are you doing?";
    private const string RedFlags = "In the last 2 days";

    private PortalServer portal = null!;
    private LineHost line = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalServer.StartAsync();
        line = await LineHost.StartAsync(portal.Origin);
    }

    public async Task DisposeAsync()
    {
        await line.DisposeAsync();
        await portal.DisposeAsync();
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_patient_is_greeted_once_and_answers_by_text_and_by_button(bool webSocket)
    {
        var page = await Open(webSocket);
        await Sees(page, Opening);
        await Says(page, "I have a fever of 102");
        await Sees(page, RedFlags);
        // A bare reply within seconds of an emergency question would be taken for one that crossed it.
        line.Host.Clock.Advance(TimeSpan.FromSeconds(10));
        await page.GetByRole(AriaRole.Toolbar, new() { Name = "Suggested actions" })
            .GetByRole(AriaRole.Button, new() { Name = "None of these" })
            .ClickAsync();
        await Sees(page, "Since you went home");

        Assert.Equal(1, await Bubbles(page, Opening).CountAsync());
        Assert.Equal(1, await Bubbles(page, "I have a fever of 102").CountAsync());
        await Assertions.Expect(page.GetByText("Sending")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("Send failed")).ToHaveCountAsync(0);
        var arrived = (await line.Host.Stored()).Where(row =>
            row is { Direction: ActivityDirection.In, Type: "message" }
        );
        Assert.Equal(2, arrived.Count());
        Assert.Single(await line.Host.Cases());
    }

    [ChromiumFact]
    public async Task After_a_reload_the_conversation_is_there_and_goes_on()
    {
        var page = await Open();
        await Sees(page, Opening);
        await Says(page, "I have a fever of 102");
        await Sees(page, RedFlags);

        await page.ReloadAsync();
        await Sees(page, Opening);
        await Sees(page, "I have a fever of 102");
        await Sees(page, RedFlags);
        await Says(page, "my wound leaks yellow stuff");
        await Sees(page, "my wound leaks yellow stuff");
        Assert.Equal(1, await Bubbles(page, Opening).CountAsync());
        Assert.Single((await line.Host.Stored()).Select(row => row.ConversationId).Distinct());
    }

    [ChromiumFact]
    public async Task When_the_line_drops_what_was_said_meanwhile_arrives_once()
    {
        var page = await Open();
        await Sees(page, Opening);
        await page.EvaluateAsync("sockets.at(-1).close()");
        await Says(page, "I have a fever of 102");
        await Sees(page, RedFlags);
        Assert.Equal(1, await Bubbles(page, "I have a fever of 102").CountAsync());
        Assert.Equal(2, await page.EvaluateAsync<int>("sockets.length"));
    }

    [ChromiumFact]
    public async Task When_the_host_restarts_in_mid_conversation_the_page_goes_on_by_itself()
    {
        var page = await Open();
        await Sees(page, Opening);
        await Says(page, "I have a fever of 102");
        await Sees(page, RedFlags);
        await line.StopAsync();
        await line.StartAgainAsync();
        await page.WaitForFunctionAsync("sockets.length > 1 && sockets.at(-1).readyState === 1");

        await Says(page, "my wound leaks yellow stuff");
        await page.WaitForFunctionAsync("sockets.at(-1).readyState === 1");
        await Until(async () =>
            (await line.Host.Stored()).Any(row => row.Payload!.Contains("yellow stuff", StringComparison.Ordinal))
        );
        await Sees(page, "my wound leaks yellow stuff");
        Assert.Equal(1, await Bubbles(page, Opening).CountAsync());
        Assert.Single(await line.Host.Cases());
    }

    [ChromiumFact]
    public async Task A_token_is_refreshed_before_it_ends_and_the_stream_stays()
    {
        var page = await Open();
        await Sees(page, Opening);
        // The page's quarter of an hour lasts three seconds.
        line.Host.Clock.Advance(TimeSpan.FromMinutes(20));
        await page.WaitForFunctionAsync("tokens.size > 2");
        line.Host.Clock.Advance(TimeSpan.FromMinutes(20));
        await Says(page, "I have a fever of 102");
        await Sees(page, RedFlags);
        Assert.Equal(1, await page.EvaluateAsync<int>("sockets.length"));
    }

    [ChromiumFact]
    public async Task A_page_of_an_origin_that_is_not_configured_gets_nothing()
    {
        await using var elsewhere = await PortalServer.StartAsync();
        var page = await Open(origin: elsewhere.Origin);
        await page.WaitForFunctionAsync("statuses.includes(4) || statuses.at(-1) === 1");
        await Assertions.Expect(page.GetByText(Opening)).ToHaveCountAsync(0);
        Assert.Empty(await line.Host.Stored());
    }

    private async Task<IPage> Open(bool webSocket = true, string? origin = null)
    {
        var options = new JsonObject
        {
            ["domain"] = line.Domain,
            ["token"] = await line.TokenAsync(),
            ["webSocket"] = webSocket,
        };
        var fragment = Uri.EscapeDataString(options.ToJsonString());
        return await chromium.OpenAsync($"{origin ?? portal.Origin}/webchat.html#{fragment}");
    }

    private static Task Until(Func<Task<bool>> condition) =>
        TriageBot.Host.Tests.Support.Until.True(condition, "the host has it");

    private static ILocator Bubbles(IPage page, string text) =>
        page.Locator(".webchat__bubble__content").Filter(new() { HasText = text });

    private static Task Sees(IPage page, string text) =>
        Assertions.Expect(Bubbles(page, text).Last).ToBeVisibleAsync(new() { Timeout = 90_000 });

    private static async Task Says(IPage page, string text)
    {
        var box = page.Locator("[data-id=webchat-sendbox-input]");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }
}
