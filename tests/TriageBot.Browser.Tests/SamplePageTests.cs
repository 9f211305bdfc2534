using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TriageBot.Browser.Tests.Support;
using static TriageBot.Browser.Tests.Support.PatientPage;

namespace TriageBot.Browser.Tests;

/// <summary>The pages of docs/samples, as portals of another origin would have them.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class SamplePageTests(Chromium chromium) : IAsyncLifetime
{
    private PortalServer portal = null!;
    private LineHost line = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalServer.StartAsync();
        line = await LineHost.StartAsync(portal.Origin);
        portal.Samples(line.Host.Address);
    }

    public async Task DisposeAsync()
    {
        await line.DisposeAsync();
        await portal.DisposeAsync();
    }

    [ChromiumFact]
    public async Task A_portal_that_is_named_shows_the_page_in_a_frame_and_patients_write_there()
    {
        var page = await chromium.OpenAsync($"{portal.Origin}/samples/portal.html");
        var frame = page.FrameLocator("iframe");
        await frame.Locator("#box").FillAsync("I have chest pain");
        await frame.Locator("#answer button[type=submit]").ClickAsync();
        await Assertions.Expect(frame.Locator(".urgent .call")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(frame.Locator("header .call")).ToBeInViewportAsync();
        Assert.Single(await line.Host.Cases());
    }

    [ChromiumFact]
    public async Task A_portal_that_is_not_named_shows_nothing_of_the_page()
    {
        await using var elsewhere = await PortalServer.StartAsync();
        elsewhere.Samples(line.Host.Address);
        var refusals = new List<string>();
        var page = await chromium.OpenAsync("about:blank");
        page.Console += (_, message) => refusals.Add(message.Text);
        await page.GotoAsync($"{elsewhere.Origin}/samples/portal.html");
        await Host.Tests.Support.Until.True(
            () => refusals.Exists(refusal => refusal.Contains("frame-ancestors", StringComparison.Ordinal)),
            "the browser says that it may not be framed"
        );
        Assert.Equal(0, await page.FrameLocator("iframe").Locator("#box").CountAsync());
    }

    [ChromiumFact]
    public async Task A_portal_that_is_named_talks_with_Web_Chat_and_a_token()
    {
        var page = await chromium.OpenAsync($"{portal.Origin}/samples/webchat.html#{await line.TokenAsync()}");
        await Assertions.Expect(Bubbles(page, Opening)).ToBeVisibleAsync(new() { Timeout = 90_000 });
        var box = page.Locator("[data-id=webchat-sendbox-input]");
        await box.FillAsync("I have chest pain");
        await box.PressAsync("Enter");
        await Assertions.Expect(page.GetByText(Instruction()).Last).ToBeVisibleAsync(new() { Timeout = 90_000 });
        Assert.Single(await line.Host.Cases());
    }

    [ChromiumFact]
    public async Task A_portal_that_is_not_named_gets_nothing_even_with_a_token()
    {
        await using var elsewhere = await PortalServer.StartAsync();
        elsewhere.Samples(line.Host.Address);
        var refusals = new List<string>();
        var page = await chromium.OpenAsync("about:blank");
        page.Console += (_, message) => refusals.Add(message.Text);
        await page.GotoAsync($"{elsewhere.Origin}/samples/webchat.html#{await line.TokenAsync()}");
        await Host.Tests.Support.Until.True(
            () => refusals.Exists(refusal => refusal.Contains("CORS", StringComparison.Ordinal)),
            "the browser says that the page may not call"
        );
        await Assertions.Expect(Bubbles(page, Opening)).ToHaveCountAsync(0);
        Assert.Empty(await line.Host.Stored());
    }

    private static ILocator Bubbles(IPage page, string text) =>
        page.Locator(".webchat__bubble__content").Filter(new() { HasText = text });

    [GeneratedRegex("^Call 911 now\\.", RegexOptions.Multiline)]
    private static partial Regex Instruction();
}
