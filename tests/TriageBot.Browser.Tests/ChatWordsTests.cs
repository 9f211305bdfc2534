using Microsoft.Playwright;
using TriageBot.Browser.Tests.Support;
using static TriageBot.Browser.Tests.Support.PatientPage;

namespace TriageBot.Browser.Tests;

/// <summary>What patients write on the page, in any language and of any kind.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChatWordsTests(Chromium chromium) : IAsyncLifetime
{
    private LineHost line = null!;

    public async Task InitializeAsync() => line = await LineHost.StartAsync();

    public async Task DisposeAsync() => await line.DisposeAsync();

    [ChromiumFact]
    public async Task To_change_the_language_in_mid_talk_keeps_the_answers_and_the_draft_and_asks_on_in_the_other()
    {
        var page = await Open();
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        await Taps(page, "None of these");
        await Sees(page, MoreRedFlags);
        await page.FillAsync("#box", "and I am wri");
        await page.GetByRole(AriaRole.Link, new() { Name = "Español" }).DblClickAsync();

        await Sees(page, "Desde que volvió a casa, ¿tiene algo de esto");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await Sees(page, "my back is a little sore");
        await Assertions.Expect(page.GetByText(Opening)).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByText("¿Cómo está?")).ToHaveCountAsync(0);
        Assert.Equal("and I am wri", await page.InputValueAsync("#box"));
        // What is sent later does not load the page again.
        await page.EvaluateAsync("window.isTheSame = true");
        await Taps(page, "Ninguno de estos");
        await Sees(page, "¿Qué le hicieron?");
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSame"));
        Assert.Equal(["my back is a little sore", "0", "Español", "0"], await Texts(line));
        Assert.Single((await line.Host.Stored()).Select(row => row.ConversationId).Distinct());
    }

    [ChromiumFact]
    public async Task Before_anything_was_said_the_language_changes_without_a_conversation_and_keeps_the_draft()
    {
        var page = await Open();
        await page.FillAsync("#box", "me duele");
        await page.GetByRole(AriaRole.Link, new() { Name = "Español" }).ClickAsync();
        await Sees(page, "¿Cómo está?");
        Assert.Equal("me duele", await page.InputValueAsync("#box"));
        Assert.Empty(await line.Host.Stored());
        await page.GoBackAsync();
        await Sees(page, Opening);
    }

    [ChromiumTheory]
    [InlineData("<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>")]
    [InlineData("</p><a href=\"javascript:document.title='broken'\">911</a> {build} ${1+1}")]
    [InlineData("ظهري يؤلمني قليلا (1) <b>911</b> \u202Etxt.exe")]
    public async Task Whatever_is_written_stands_there_as_it_was_written_and_is_never_markup(string text)
    {
        var page = await Open();
        var title = await page.TitleAsync();
        await Says(page, text);
        await Arrives(line, text);
        await page.Locator(".bot:not(.ours)").First.WaitForAsync();
        await page.ReloadAsync();
        await page.Locator(".bot:not(.ours)").First.WaitForAsync();
        Assert.Equal(text, await page.Locator(".mine .text").First.InnerTextAsync());
        Assert.Equal(0, await page.Locator("#talk :is(img, script, b, a:not([href^='tel:']))").CountAsync());
        Assert.Equal(title, await page.TitleAsync());
    }

    [ChromiumFact]
    public async Task What_was_said_can_be_saved_as_a_text_of_who_said_what_and_when()
    {
        var page = await Open();
        await Says(page, "my back is a little sore");
        await Sees(page, RedFlags);
        await page.Locator("#more summary").ClickAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() => page.Locator("#save").ClickAsync());
        Assert.Equal("check-in.txt", saved.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await saved.PathAsync());
        Assert.Matches(@"\dZ You: my back is a little sore\n\n\S+Z Computer: In the last 2 days", text);
    }

    [ChromiumFact]
    public async Task A_very_long_message_arrives_whole_and_runs_out_of_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("mybackhurts", 270)) + " and more";
        var page = await Open();
        await Says(page, text);
        await Arrives(line, text);
        Assert.True(await page.Locator("#scroll").EvaluateAsync<bool>("all => all.scrollWidth <= all.clientWidth"));
        await Assertions.Expect(page.Locator("header .call")).ToBeInViewportAsync();
    }

    private Task<IPage> Open() => PatientPage.OpenAsync(chromium, line);
}
