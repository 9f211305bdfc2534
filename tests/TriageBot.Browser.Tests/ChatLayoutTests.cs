using Microsoft.Playwright;
using TriageBot.Browser.Tests.Support;
using static TriageBot.Browser.Tests.Support.PatientPage;

namespace TriageBot.Browser.Tests;

/// <summary>The patient's page on all kinds of screens, and for all kinds of patients.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChatLayoutTests(Chromium chromium) : IAsyncLifetime
{
    private LineHost line = null!;

    public async Task InitializeAsync() => line = await LineHost.StartAsync();

    public async Task DisposeAsync() => await line.DisposeAsync();

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
        await IsWithoutBarrier(page, "ticked");
        await page.Locator("#choices .ticked").ClickAsync();
        await page.Locator(".urgent").WaitForAsync();
        await IsWithoutBarrier(page, "emergency");
        await page.Locator("summary").Last.ClickAsync();
        await page.Locator("#larger").ClickAsync();
        await IsWithoutBarrier(page, "large letters");
        Assert.Equal(1, await page.Locator("[role=log], [role=status], [role=alert], [aria-live]").CountAsync());
    }

    [ChromiumTheory]
    [InlineData("en", ColorScheme.Dark)]
    [InlineData("es", ColorScheme.Light)]
    public async Task By_a_link_no_state_has_a_barrier_from_the_birth_date_to_the_end(
        string language,
        ColorScheme colors
    )
    {
        var path = $"p/{await Link(line)}?lang={language}";
        var first = await OpenAsync(chromium, line, path: path, colors: colors);
        await Says(first, language == "en" ? "my back is a little sore" : "me duele un poco la espalda");
        // None of these, none of these, no fever, nothing at the spot, nothing else.
        foreach (var answer in new[] { "0", "0", "2", "0", "0" })
        {
            await first.Locator("#choices .choice").First.WaitForAsync();
            await IsWithoutBarrier(first, $"before {answer}");
            var asked = await first.Locator(".bot").CountAsync();
            await Says(first, answer);
            await first.Locator(".bot").Nth(asked).WaitForAsync();
        }

        await first.Locator(".outcome").WaitForAsync();
        await IsWithoutBarrier(first, "the end");

        var page = await OpenAsync(chromium, line, path: path, colors: colors);
        await page.Locator("#earlier summary").ClickAsync();
        await IsWithoutBarrier(page, "birth date");
        await page.FillAsync("#birth-date", "1951-03-02");
        await page.Locator("#born button").ClickAsync();
        await Assertions.Expect(page.Locator("#born-wrong")).Not.ToBeEmptyAsync();
        await Assertions.Expect(page.Locator("#birth-date")).ToBeFocusedAsync();
        await IsWithoutBarrier(page, "wrong birth date");
    }

    [ChromiumTheory]
    [InlineData(320, 568)]
    [InlineData(640, 320)]
    [InlineData(390, 400)]
    [InlineData(320, 256)]
    public async Task Nothing_runs_out_of_a_small_screen_and_all_of_it_can_be_reached(int width, int height)
    {
        var page = await Open(width, height);
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.True(await page.Locator("#scroll").EvaluateAsync<bool>("all => all.scrollWidth <= all.clientWidth"));
        await Assertions.Expect(page.Locator("header .call")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("header .nurse")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("#box")).ToBeInViewportAsync();
        await page.Locator("#choices button.choice").Last.ClickAsync(new() { Trial = true });
        await page.GetByRole(AriaRole.Link, new() { Name = "Español" }).ClickAsync(new() { Trial = true });
        await page.Locator("#more summary").ClickAsync();
        await page.Locator("#leave").ClickAsync(new() { Trial = true });
        await page.Locator("#larger").ClickAsync();
        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                """
                [...document.querySelectorAll("a, button, summary, textarea")]
                  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth)
                  .map((one) => one.textContent)
                """
            )
        );
    }

    [ChromiumTheory]
    [InlineData("my back is a little sore")]
    [InlineData("I have chest pain")]
    public async Task Whatever_can_be_tapped_is_as_large_as_a_fingertip(string text)
    {
        var page = await Open(width: 390, height: 844);
        await Says(page, text);
        await page.Locator("#choices .choice").First.WaitForAsync();
        await page.Locator("#more summary").ClickAsync();
        var small = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll("button, summary, textarea, label:has(input), a:not(.tel)")]
              .filter((one) => one.checkVisibility())
              .map((one) => ({ name: one.textContent.trim() || one.id, ...one.getBoundingClientRect().toJSON() }))
              .filter(({ width, height }) => Math.min(width, height) < 44)
              .map(({ name, width, height }) => `${name} ${width} x ${height}`)
            """
        );
        Assert.Empty(small);
    }

    [ChromiumFact]
    public async Task Above_a_phones_keyboard_the_numbers_to_call_and_the_box_stay()
    {
        var page = await Open(width: 390, height: 844);
        // Where a keyboard covers the page, only the visual viewport shrinks.
        await page.EvaluateAsync(
            """
            for (const [name, value] of Object.entries({ height: 420, offsetTop: 90 }))
              Object.defineProperty(visualViewport, name, { get: () => value });
            visualViewport.dispatchEvent(new Event("resize"));
            """
        );
        foreach (var part in new[] { "header .call", "header .nurse", "#box" })
        {
            var place = (await page.Locator(part).BoundingBoxAsync())!;
            Assert.InRange(place.Y, 90, 90 + 420 - place.Height);
        }
    }

    [ChromiumFact]
    public async Task To_enlarge_a_part_with_two_fingers_leaves_the_page_as_it_is()
    {
        var page = await Open(width: 390, height: 844);
        await page.EvaluateAsync(
            """
            for (const [name, value] of Object.entries({ height: 420, offsetTop: 90, scale: 2 }))
              Object.defineProperty(visualViewport, name, { get: () => value });
            visualViewport.dispatchEvent(new Event("resize"));
            """
        );
        Assert.Equal(0, (await page.Locator("header").BoundingBoxAsync())!.Y);
        var box = (await page.Locator("#answer").BoundingBoxAsync())!;
        Assert.Equal(844, box.Y + box.Height);
    }

    private Task<IPage> Open(
        int width = 360,
        int height = 740,
        string language = "en",
        ColorScheme colors = ColorScheme.Light
    ) => OpenAsync(chromium, line, width, height, $"chat?lang={language}", colors);
}
