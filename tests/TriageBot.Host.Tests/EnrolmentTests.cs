using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using TriageBot.Host.Commands;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.Model;

namespace TriageBot.Host.Tests;

/// <summary>Patients who were enrolled, through the running host, and what their link opens.</summary>
public sealed class EnrolmentTests : IAsyncLifetime, IDisposable
{
    private const string Columns = "name,phone,language,procedure,discharged,born,consented,blood-thinner";

    private readonly TempDirectory directory = new();
    private TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync(directory.Path);

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
    }

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_link_reports_at_once_and_what_was_enrolled_is_not_asked_and_stands_on_the_card()
    {
        var client = await Visit(await Link());
        await client.Say("I have chest pain");
        var file = Assert.Single(await host.Cases());
        Assert.Contains("Ruth Hill", file.Card, StringComparison.Ordinal);
        Assert.Contains("14235550142", file.Card, StringComparison.Ordinal);
        Assert.Contains("1950-03-02", file.Card, StringComparison.Ordinal);
        Assert.Contains("kyphoplasty", file.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_before_shows_only_for_the_birth_date()
    {
        var code = await Link();
        var first = await Visit(code);
        await first.Say("my ribs hurt when I turn");

        var second = await Visit(code);
        Assert.NotEqual(first.Id, second.Id);
        Assert.DoesNotContain(
            "ribs",
            string.Concat((await second.Poll(0)).Select(reply => reply.Activity.ToString())),
            StringComparison.Ordinal
        );

        using var wrong = await Earlier(code, "1951-03-02");
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        using var right = await Earlier(code, "1950-03-02");
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task After_five_wrong_birth_dates_the_right_one_opens_nothing()
    {
        var code = await Link();
        await (await Visit(code)).Say("my ribs hurt when I turn");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await Earlier(code, "1951-01-01")).Dispose();
        }

        using var right = await Earlier(code, "1950-03-02");
        Assert.Equal(HttpStatusCode.Locked, right.StatusCode);
        await (await Visit(code)).Say("I can still write");
    }

    [Fact]
    public async Task A_revoked_link_ends_with_all_that_is_open_by_it()
    {
        var code = await Link();
        var client = await Visit(code);
        Assert.Equal(0, (await Enrol("--revoke", code)).Code);
        using var refused = await client.Post(client.Message("am I still heard?"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var again = await host.Http.PostAsJsonAsync("/chat/token", new JsonObject { ["link"] = code });
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Fact]
    public async Task When_a_link_is_revoked_its_open_stream_ends_and_no_other_and_opens_no_more()
    {
        var code = await Link();
        var client = await Visit(code);
        var other = await Visit(await Link());
        using var stream = await client.Connect();
        using var others = await other.Connect();
        await client.ReadUntil(stream, reply => reply.Question is not null);
        await other.ReadUntil(others, reply => reply.Question is not null);
        await client.ReturnAsync();
        Assert.Equal(0, (await Enrol("--revoke", code)).Code);

        Assert.Null(await client.Read(stream));
        await Assert.ThrowsAsync<WebSocketException>(() => client.Connect());
        Assert.Equal(HttpStatusCode.Forbidden, await client.ReturnAsync());
        using var read = await client.Send(HttpMethod.Get, $"/conversations/{client.Id}/activities");
        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        using var refreshed = await client.Send(HttpMethod.Post, "/tokens/refresh");
        Assert.Equal(HttpStatusCode.Forbidden, refreshed.StatusCode);
        var id = await other.Say("am I still heard?");
        Assert.Equal(id, (await other.ReadUntil(others, _ => true))[0].Id);
    }

    [Fact]
    public async Task When_a_link_ends_by_itself_its_open_stream_ends()
    {
        var code = await Link();
        await host.Pass(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(10));
        var client = await Visit(code);
        using var stream = await client.Connect();
        await client.ReadUntil(stream, reply => reply.Question is not null);
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(await client.Read(stream));
        Assert.Equal(HttpStatusCode.Forbidden, await client.ReturnAsync());
    }

    [Fact]
    public async Task A_link_ends_after_thirty_days()
    {
        var code = await Link();
        await host.Pass(TimeSpan.FromDays(31));
        using var late = await host.Http.PostAsJsonAsync("/chat/token", new JsonObject { ["link"] = code });
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
    }

    [Fact]
    public async Task To_open_a_link_begins_nothing_and_shows_nothing_of_the_patient()
    {
        var html = await host.Http.GetStringAsync($"/p/{await Link()}");
        Assert.DoesNotContain("Ruth", html, StringComparison.Ordinal);
        Assert.DoesNotContain("kyphoplasty", html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await host.Stored());
    }

    [Fact]
    public async Task A_file_with_a_mistake_enrols_nobody_and_tells_each_mistake_by_its_line()
    {
        var path = Path.Combine(directory.Path, "patients.csv");
        await File.WriteAllLinesAsync(
            path,
            [
                Columns,
                $"\"Hill, Ruth\",423 555 0142,en,kyphoplasty,{Day(-2)},1950-03-02,{Day(-2)},no",
                $"Ann Lee,555,en,kyphoplasty,{Day(-2)},1950-03-02,{Day(-2)},no",
                $"Bob Ray,423 555 0143,fr,appendectomy,{Day(-2)},02/03/1950,{Day(5)},perhaps",
            ]
        );
        var (code, output, error) = await Enrol("--csv", path);
        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.Contains("line 3: phone must be", error, StringComparison.Ordinal);
        Assert.Contains("line 4: language must be one of", error, StringComparison.Ordinal);
        Assert.Contains("line 4: procedure must be one of", error, StringComparison.Ordinal);
        Assert.Contains("line 4: born must be a day", error, StringComparison.Ordinal);
        Assert.Contains("line 4: consented must be between", error, StringComparison.Ordinal);
        Assert.Contains("line 4: blood-thinner must be one of", error, StringComparison.Ordinal);
        Assert.Empty(await host.Read<PatientRow>(records => records.Patients));
    }

    [Fact]
    public async Task A_file_without_mistakes_gives_each_patient_a_link()
    {
        var path = Path.Combine(directory.Path, "patients.csv");
        await File.WriteAllLinesAsync(
            path,
            [
                Columns,
                $"\"Hill, Ruth\",423 555 0142,en,kyphoplasty,{Day(-2)},1950-03-02,{Day(-2)},no",
                $"José Díaz,+34 600 000 000,es,vertebroplasty,{Day(-1)},1944-12-30,{Day(-1)},unknown",
            ]
        );
        var (code, output, _) = await Enrol("--csv", path);
        Assert.Equal(0, code);
        Assert.Equal(2, output.TrimEnd().Split('\n').Length);
        Assert.Equal(
            ["Hill, Ruth", "José Díaz"],
            (await host.Read<PatientRow>(records => records.Patients)).Select(patient => patient.Name).Order()
        );
    }

    [Fact]
    public async Task Without_consent_nobody_is_enrolled()
    {
        var (code, _, error) = await Enrol("--name", "Ruth Hill", "--phone", "423 555 0142");
        Assert.Equal(1, code);
        Assert.Contains("consented is missing", error, StringComparison.Ordinal);
        Assert.Contains("born is missing", error, StringComparison.Ordinal);
    }

    private async Task<string> Link()
    {
        var (code, output, error) = await Enrol([
            "--name",
            "Ruth Hill",
            "--phone",
            "423 555 0142",
            "--language",
            "en",
            "--procedure",
            "kyphoplasty",
            "--discharged",
            Day(-2),
            "--born",
            "1950-03-02",
            "--consented",
            Day(-2),
            "--blood-thinner",
            "no",
        ]);
        Assert.True(code == 0, error);
        return output.Split('\t')[1].Split("/p/")[1];
    }

    private async Task<DirectLineClient> Visit(string code)
    {
        using var response = await host.Http.PostAsJsonAsync("/chat/token", new JsonObject { ["link"] = code });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var client = new DirectLineClient(host.Http, (string)answer["token"]!)
        {
            Id = (string)answer["conversationId"]!,
        };
        Assert.Equal(HttpStatusCode.Created, await client.BeginAsync());
        return client;
    }

    private Task<HttpResponseMessage> Earlier(string code, string born) =>
        host.Http.PostAsJsonAsync("/chat/earlier", new JsonObject { ["link"] = code, ["born"] = born });

    private async Task<(int Code, string Output, string Error)> Enrol(params string[] arguments)
    {
        var console = new TestConsole();
        var code = await CommandTable.RunAsync(
            ["enrol", .. arguments, $"--Records:Directory={directory.Path}", .. Production.Settings],
            console.Streams
        );
        return (code, console.Output, console.Error);
    }

    private string Day(int days) =>
        DateOnly
            .FromDateTime(host.Clock.GetUtcNow().DateTime)
            .AddDays(days)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
