using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TriageBot.Browser.Tests.Support;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.Model;

namespace TriageBot.Browser.Tests;

/// <summary>What testers see in the Agents Playground.</summary>
[Collection(BrowserTests.Name)]
public sealed class PlaygroundTests(Chromium chromium)
{
    private const string Opening = "How are you doing?";
    private static readonly Regex Instruction = new("^Call 911 now\\.", RegexOptions.Multiline);

    [ChromiumTheory]
    [InlineData("webchat", "default")]
    [InlineData("directline", "default")]
    [InlineData("emulator", "default")]
    [InlineData("webchat", "expectReplies")]
    public async Task A_tester_is_greeted_once_and_hears_the_instruction(string channel, string deliveryMode)
    {
        await using var host = await TestHost.StartAsync();
        await using var playground = await Playground.StartAsync(host.Address, channel, deliveryMode);
        var page = await chromium.OpenAsync(playground.Address);
        await Sees(page, Opening);
        var box = page.Locator("[data-id=webchat-sendbox-input], [contenteditable=true][role=textbox]").First;
        await box.ClickAsync();
        await page.Keyboard.TypeAsync("my chest hurts and feels tight");
        await page.Keyboard.PressAsync("Enter");
        // The greeting says so too, in other words.
        await Assertions.Expect(page.GetByText(Instruction).Last).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await Until.True(async () => (await host.Cases()).Count == 1, "the case is open");

        var rows = await host.Stored();
        Assert.Single(rows, row => row.Direction == ActivityDirection.Out && Says(row, Opening));
        Assert.Single(rows, row => row.Direction == ActivityDirection.In && Says(row, "my chest hurts"));
        Assert.All(rows, row => Assert.NotEqual(DeliveryState.Failed, row.Delivery));
        var file = Assert.Single(await host.Cases());
        Assert.Equal(5, file.MinutesGiven());
    }

    private static bool Says(ActivityRow row, string text) =>
        row.Payload?.Contains(text, StringComparison.Ordinal) == true;

    private static Task Sees(IPage page, string text) =>
        Assertions.Expect(page.GetByText(text).Last).ToBeVisibleAsync(new() { Timeout = 90_000 });
}
