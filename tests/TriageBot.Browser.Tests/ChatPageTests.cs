using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using TriageBot.Browser.Tests.Support;
using TriageBot.Host.Commands;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.Model;

namespace TriageBot.Browser.Tests;

/// <summary>The patient's page in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChatPageTests(Chromium chromium) : IAsyncLifetime
{
    private const string Opening = "How are you doing?";
    private const string RedFlags = "In the last 2 days";

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
    public async Task An_emergency_stays_in_sight_with_numbers_to_tap()
    {
        var page = await Open(width: 320, height: 568);
        await Says(page, "I have chest pain");
        await Assertions.Expect(page.Locator(".urgent")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator(".urgent .call")).ToHaveAttributeAsync("href", "tel:911");
        await Assertions.Expect(page.Locator("header .call")).ToBeInViewportAsync();
        await Sees(page, "Reply 1 if help is coming");
        await Assertions.Expect(page.Locator(".urgent .text")).ToBeInViewportAsync();
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
        await page.FillAsync("#box", "and I am wri");

        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        Assert.Equal("and I am wri", await page.InputValueAsync("#box"));
        await Until(async () => (await Texts()).Contains("my wound leaks yellow stuff"));
        await Assertions.Expect(page.GetByText("my wound leaks yellow stuff")).ToHaveCountAsync(1);
        Assert.Equal(2, (await Texts()).Count);
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
        Assert.Equal(2, (await Texts()).Count);
    }

    [ChromiumFact]
    public async Task Two_taps_are_one_answer()
    {
        var page = await Open();
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        await page.GetByRole(AriaRole.Button, new() { Name = "None of these" }).DblClickAsync();
        await Sees(page, "Since you went home");
        Assert.Equal(2, (await Texts()).Count);
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
    public async Task Without_javascript_the_numbers_to_call_are_there()
    {
        var page = await chromium.OpenAsync(
            $"{line.Host.Address}chat",
            new BrowserNewContextOptions { JavaScriptEnabled = false }
        );
        await Assertions.Expect(page.Locator("noscript .notice")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("header .call")).ToHaveAttributeAsync("href", "tel:911");
        await Assertions.Expect(page.Locator("#answer")).ToBeHiddenAsync();
    }

    [ChromiumTheory]
    [InlineData("en", ColorScheme.Light, 360)]
    [InlineData("en", ColorScheme.Dark, 1280)]
    [InlineData("es", ColorScheme.Dark, 320)]
    [InlineData("es", ColorScheme.Light, 640)]
    public async Task No_state_has_a_barrier_that_axe_finds(string language, ColorScheme colors, int width)
    {
        var page = await Open(width, 740, language, colors);
        await IsWithoutBarrier(page, "first");
        await Says(page, language == "en" ? "my back is a little sore" : "me duele un poco la espalda");
        await page.Locator("#choices input").First.WaitForAsync();
        await IsWithoutBarrier(page, "list");
        await page.Context.SetOfflineAsync(true);
        await Assertions.Expect(page.Locator("#offline")).ToBeVisibleAsync();
        await IsWithoutBarrier(page, "offline");
        await page.Context.SetOfflineAsync(false);
        await page.Locator("#choices input").First.CheckAsync();
        await page.Locator("#choices .ticked").ClickAsync();
        await page.Locator(".urgent").WaitForAsync();
        await IsWithoutBarrier(page, "emergency");
        await page.Locator("summary").Last.ClickAsync();
        await page.Locator("#larger").ClickAsync();
        await IsWithoutBarrier(page, "large letters");
        Assert.Equal(1, await page.Locator("[role=log], [role=status], [role=alert], [aria-live]").CountAsync());
    }

    [ChromiumTheory]
    [InlineData(320, 568)]
    [InlineData(640, 320)]
    public async Task Nothing_runs_out_of_a_small_screen(int width, int height)
    {
        var page = await Open(width, height);
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await Assertions.Expect(page.Locator("header .call")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("#box")).ToBeInViewportAsync();
    }

    [ChromiumFact]
    public async Task A_link_shows_what_was_written_before_for_the_birth_date_only()
    {
        var path = $"p/{await LinkAsync()}";
        var first = await chromium.OpenAsync($"{line.Host.Address}{path}");
        await Says(first, "my ribs hurt when I turn");
        await Sees(first, RedFlags);

        var second = await chromium.OpenAsync($"{line.Host.Address}{path}");
        await Assertions.Expect(second.GetByText("my ribs hurt")).ToHaveCountAsync(0);
        await second.GetByText("See what was said before").ClickAsync();
        await second.FillAsync("#birth-date", "1951-03-02");
        await second.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Sees(second, "That is not the birth date");
        await second.FillAsync("#birth-date", "1950-03-02");
        await second.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Sees(second, "my ribs hurt when I turn");
    }

    private async Task<IPage> Open(
        int width = 360,
        int height = 740,
        string language = "en",
        ColorScheme colors = ColorScheme.Light
    ) =>
        await chromium.OpenAsync(
            $"{line.Host.Address}chat?lang={language}",
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
                ColorScheme = colors,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );

    private static async Task Says(IPage page, string text)
    {
        await page.FillAsync("#box", text);
        await page.Locator("#answer button[type=submit]").ClickAsync();
    }

    private static Task Sees(IPage page, string text) =>
        Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync(new() { Timeout = 60_000 });

    private static async Task IsWithoutBarrier(IPage page, string state)
    {
        var result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{state}: {string.Join("; ", result.Violations.Select(found => $"{found.Id} {found.Nodes[0].Html}"))}"
        );
    }

    private async Task<List<string>> Texts() =>
        [
            .. (await line.Host.Stored())
                .Where(row => row is { Direction: ActivityDirection.In, Type: "message" })
                .Select(row => (string)JsonNode.Parse(row.Payload!)!["text"]!),
        ];

    private static Task Until(Func<Task<bool>> condition) =>
        Host.Tests.Support.Until.True(condition, "what the page shows");

    private async Task<string> LinkAsync()
    {
        var day = line.Host.Clock.GetUtcNow().AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var console = new TestConsole();
        var code = await CommandTable.RunAsync(
            [
                "enrol",
                .. "--name,Ruth Hill,--phone,423 555 0142,--language,en,--procedure,kyphoplasty,--born,1950-03-02".Split(
                    ','
                ),
                "--discharged",
                day,
                "--consented",
                day,
                $"--Records:Directory={line.Directory}",
                .. Production.Settings,
            ],
            console.Streams
        );
        Assert.True(code == 0, console.Error);
        return console.Output.Split('\t')[1].Split("/p/")[1];
    }
}
