using System.Globalization;
using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using TriageBot.Host.Commands;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.Model;

namespace TriageBot.Browser.Tests.Support;

/// <summary>What a patient does on the page, and what has come of it at the host.</summary>
internal static class PatientPage
{
    public const string Opening = "How are you doing?";
    public const string RedFlags = "In the last 2 days";
    public const string MoreRedFlags = "Since you went home, any of these";
    public const string BirthDate = "1950-03-02";

    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };

    public static Task<IPage> OpenAsync(
        Chromium chromium,
        LineHost line,
        int width = 360,
        int height = 740,
        string path = "chat?lang=en",
        ColorScheme colors = ColorScheme.Light
    ) =>
        chromium.OpenAsync(
            $"{line.Host.Address}{path}",
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
                ColorScheme = colors,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );

    public static async Task Says(IPage page, string text)
    {
        await page.FillAsync("#box", text);
        await page.Locator("#answer button[type=submit]").ClickAsync();
    }

    public static Task Sees(IPage page, string text) =>
        Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync(Patiently);

    /// <summary>Axe finds nothing on the page as it is now.</summary>
    public static async Task IsWithoutBarrier(IPage page, string state)
    {
        var result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{state}: {string.Join("; ", result.Violations.Select(found => $"{found.Id} {found.Nodes[0].Html}"))}"
        );
    }

    public static Task Taps(IPage page, string button) =>
        page.Locator("#choices").GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    /// <summary>What patients wrote, oldest first.</summary>
    public static async Task<List<string>> Texts(LineHost line) =>
        [
            .. (await line.Host.Stored())
                .Where(row => row is { Direction: ActivityDirection.In, Type: "message" })
                .Select(row => (string)JsonNode.Parse(row.Payload!)!["text"]!),
        ];

    public static Task Arrives(LineHost line, string text) =>
        Until.True(async () => (await Texts(line)).Contains(text), $"the host has '{text}'");

    /// <summary>Enrols a patient who was born on <see cref="BirthDate"/>, and returns the code of the link.</summary>
    public static async Task<string> Link(LineHost line, string name = "Ruth Hill")
    {
        var day = line.Host.Clock.GetUtcNow().AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var said = await Enrol(
            line,
            "--name",
            name,
            "--phone",
            "423 555 0142",
            "--language",
            "en",
            "--procedure",
            "kyphoplasty",
            "--born",
            BirthDate,
            "--discharged",
            day,
            "--consented",
            day
        );
        return said.Split('\t')[1].Split("/p/")[1];
    }

    public static Task<string> Revoke(LineHost line, string code) => Enrol(line, "--revoke", code);

    private static async Task<string> Enrol(LineHost line, params string[] arguments)
    {
        var console = new TestConsole();
        var code = await CommandTable.RunAsync(
            ["enrol", .. arguments, $"--Records:Directory={line.Directory}", .. Production.Settings],
            console.Streams
        );
        Assert.True(code == 0, console.Error);
        return console.Output;
    }
}
