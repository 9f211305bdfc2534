using Microsoft.Playwright;
using TriageBot.Browser.Tests.Support;
using static TriageBot.Browser.Tests.Support.PatientPage;

namespace TriageBot.Browser.Tests;

/// <summary>What a patient's own link opens in a browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChatLinkTests(Chromium chromium) : IAsyncLifetime
{
    private LineHost line = null!;

    public async Task InitializeAsync() => line = await LineHost.StartAsync();

    public async Task DisposeAsync() => await line.DisposeAsync();

    [ChromiumFact]
    public async Task A_link_shows_what_was_written_before_for_the_birth_date_only()
    {
        var path = $"p/{await Link(line)}";
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

    [ChromiumFact]
    public async Task After_five_wrong_birth_dates_the_link_says_so_and_still_takes_a_report()
    {
        var path = $"p/{await Link(line)}";
        await Says(await chromium.OpenAsync($"{line.Host.Address}{path}"), "my ribs hurt when I turn");
        await Arrives(line, "my ribs hurt when I turn");

        var page = await chromium.OpenAsync($"{line.Host.Address}{path}");
        await page.GetByText("See what was said before").ClickAsync();
        for (var year = 1951; year < 1956; year++)
        {
            await page.FillAsync("#birth-date", $"{year}-03-02");
            var answered = page.WaitForResponseAsync("**/chat/earlier");
            await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
            await answered;
        }

        await page.FillAsync("#birth-date", BirthDate);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Sees(page, "We cannot show it here");
        await IsWithoutBarrier(page, "locked");
        await Says(page, "I have chest pain");
        await Assertions.Expect(page.Locator(".urgent")).ToBeInViewportAsync();
    }

    [ChromiumFact]
    public async Task One_device_that_two_patients_use_keeps_them_apart()
    {
        var ruth = await OpenLink(await Link(line));
        await Says(ruth, "my ribs hurt when I turn");
        await Sees(ruth, RedFlags);
        await ruth.FillAsync("#box", "and I was about to write");

        var bob = await ruth.Context.NewPageAsync();
        await bob.GotoAsync($"{line.Host.Address}p/{await Link(line, "Bob Ray")}");
        Assert.Equal("", await bob.InputValueAsync("#box"));
        await Says(bob, "I have chest pain");
        await Assertions.Expect(bob.Locator(".urgent")).ToBeInViewportAsync();
        await Assertions.Expect(bob.GetByText("my ribs hurt")).ToHaveCountAsync(0);
        var file = Assert.Single(await line.Host.Cases());
        Assert.Contains("Bob Ray", file.Card, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruth", file.Card, StringComparison.Ordinal);

        await ruth.ReloadAsync();
        await Sees(ruth, "my ribs hurt when I turn");
        Assert.Equal("and I was about to write", await ruth.InputValueAsync("#box"));
    }

    [ChromiumFact]
    public async Task When_the_link_is_revoked_the_page_says_so_and_the_next_words_come_as_from_a_stranger()
    {
        var code = await Link(line);
        var page = await OpenLink(code);
        await Says(page, "my ribs hurt when I turn");
        await Sees(page, RedFlags);
        await Revoke(line, code);
        await Sees(page, "This talk has ended");

        await Says(page, "I have chest pain");
        await Arrives(line, "I have chest pain");
        await Assertions.Expect(page.Locator(".urgent")).ToBeInViewportAsync(new() { Timeout = 60_000 });
        Assert.DoesNotContain(code, page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByText("my ribs hurt")).ToHaveCountAsync(0);
        Assert.Equal(2, (await Texts(line)).Count);
        var file = Assert.Single(await line.Host.Cases());
        Assert.DoesNotContain("Ruth", file.Card, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task To_leave_clears_the_device()
    {
        var page = await OpenLink(await Link(line));
        await Says(page, "my ribs hurt when I turn");
        await Sees(page, RedFlags);
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.Locator("#more summary").ClickAsync();
        await page.Locator("#leave").ClickAsync();
        await page.WaitForURLAsync("**/chat");
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByText("my ribs hurt")).ToHaveCountAsync(0);
    }

    private Task<IPage> OpenLink(string code) => chromium.OpenAsync($"{line.Host.Address}p/{code}");
}
