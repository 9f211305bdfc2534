using Microsoft.Playwright;
using TriageBot.Browser.Tests.Support;
using static TriageBot.Browser.Tests.Support.PatientPage;

namespace TriageBot.Browser.Tests;

/// <summary>The patient's page in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChatPageTests(Chromium chromium) : IAsyncLifetime
{
    private LineHost line = null!;

    public async Task InitializeAsync() => line = await LineHost.StartAsync();

    public async Task DisposeAsync() => await line.DisposeAsync();

    [ChromiumFact]
    public async Task A_conversation_begins_with_the_first_answer_and_the_first_question_stands_there_once()
    {
        var page = await Open();
        await Sees(page, Opening);
        Assert.Empty(await line.Host.Stored());

        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        Assert.Equal(1, await page.GetByText(Opening).CountAsync());
        await Assertions.Expect(page.Locator(".mine")).ToHaveAttributeAsync("data-state", "sent");
    }

    [ChromiumFact]
    public async Task A_list_is_ticked_and_read_as_what_was_ticked()
    {
        var page = await Open();
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        await page.GetByLabel("Passed out").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send these" }).ClickAsync();

        await Assertions.Expect(page.Locator(".mine").Last).ToContainTextAsync("Passed out");
        await Assertions.Expect(page.Locator(".urgent")).ToBeInViewportAsync();
        Assert.Single(await line.Host.Cases());
    }

    [ChromiumFact]
    public async Task Two_taps_are_one_answer()
    {
        var page = await Open();
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        await page.GetByRole(AriaRole.Button, new() { Name = "None of these" }).DblClickAsync();
        await Sees(page, "Since you went home");
        Assert.Equal(2, (await Texts(line)).Count);
    }

    [ChromiumFact]
    public async Task The_whole_conversation_goes_by_keyboard_and_the_focus_stays_in_the_box()
    {
        var page = await Open(width: 1000, height: 800);
        await page.FocusAsync("#box");
        await page.Keyboard.TypeAsync("my back is a little sore");
        await page.Keyboard.PressAsync("Enter");
        await Sees(page, RedFlags);
        await Assertions.Expect(page.Locator("#box")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("0");
        await page.Keyboard.PressAsync("Enter");
        await Sees(page, "Since you went home");
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Not sure" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Sees(page, "Which one did you have?");
        await Assertions.Expect(page.Locator("#box")).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task While_a_message_is_on_its_way_that_shows_and_ends_with_the_reply()
    {
        var page = await Open();
        var taken = new TaskCompletionSource();
        await page.RouteAsync(
            "**/activities",
            async route =>
            {
                await taken.Task;
                await route.ContinueAsync();
            }
        );
        await Says(page, "my back is a little sore");
        await Assertions.Expect(page.Locator("#typing")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator(".mine .note")).ToHaveTextAsync("Sending");
        await IsWithoutBarrier(page, "sending");
        taken.SetResult();
        await Sees(page, RedFlags);
        await Assertions.Expect(page.Locator(".mine .note")).ToHaveTextAsync("Sent");
        await Assertions.Expect(page.Locator("#typing")).ToBeHiddenAsync();
    }

    private Task<IPage> Open(int width = 360, int height = 740) => PatientPage.OpenAsync(chromium, line, width, height);
}
