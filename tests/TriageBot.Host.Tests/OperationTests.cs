using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using TriageBot.Host.Content;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.Storage;

namespace TriageBot.Host.Tests;

/// <summary>What operators rely on.</summary>
public sealed class OperationTests : IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_stop_waits_for_the_turn_that_is_under_way()
    {
        var host = await TestHost.StartAsync(directory.Path);
        var patient = new Patient(host.Http);
        await patient.Say("hello");

        using var blocking = Block();
        var answer = patient.Post(patient.Message("my chest hurts"));
        await Until.True(() => host.TurnsInFlight == 1, "the turn has begun");
        var stopping = host.StopAsync();
        blocking.Dispose();
        using var response = await answer;
        await stopping;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith(
            "Call 911",
            patient.Take(await response.Content.ReadAsStringAsync())[0].Text,
            StringComparison.Ordinal
        );
        await host.DisposeAsync();
        await using var next = await TestHost.StartAsync(directory.Path);
        Assert.Single(await next.Cases());
    }

    [Fact]
    public async Task Readiness_names_protocols_whose_review_is_overdue()
    {
        var dialogs = await Mounted(
            "protocols",
            "  status: draft",
            "  status: approved\n  reviewed-by: A. Nurse RN\n  reviewed-on: 2024-01-02\n  review-due: 2025-01-02"
        );
        await using var host = await TestHost.StartAsync(
            environment: "Production",
            settings:
            [
                .. Production.Settings.Where(setting => !setting.StartsWith("--Protocols", StringComparison.Ordinal)),
                $"--Protocols:Directory={dialogs}",
            ]
        );
        var ready = JsonNode.Parse(await host.Http.GetStringAsync("/readyz"))!;
        Assert.True((bool)ready["ready"]!);
        Assert.Equal(["kyphoplasty", "vertebroplasty"], ready["reviewOverdue"]!.AsArray().Select(id => (string)id!));
        Assert.Empty(ready["drafts"]!.AsArray());
    }

    [Fact]
    public async Task Readiness_says_unsafe_where_a_label_says_less_than_is_recorded_of_it()
    {
        var dialogs = await Mounted("phrases", "chest-pain: Chest pain or pressure", "chest-pain: Mild pain");
        await using var host = await TestHost.StartAsync(
            settings: [$"--Protocols:Directory={dialogs}", "--Protocols:Prove=true"]
        );
        await Until.True(
            async () =>
            {
                using var ready = await host.Http.GetAsync("/readyz");
                var body = await ready.Content.ReadAsStringAsync();
                return ready.StatusCode == HttpStatusCode.ServiceUnavailable
                    && body.Contains("\"unsafe\"", StringComparison.Ordinal);
            },
            "/readyz says that something is unsafe"
        );
    }

    [Fact]
    public async Task Metrics_and_traces_go_to_the_collector_without_a_word_of_a_patient()
    {
        await using var collector = await FakeServer.StartAsync();
        collector.Answer = _ => 200;
        await using (var host = await TestHost.StartAsync(settings: $"--Telemetry:Otlp={collector.Address}"))
        {
            await new Patient(host.Http).Say("my zebrafinch chest hurts");
        }

        var paths = collector.Received.Select(request => request.Path).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["/v1/metrics", "/v1/traces"], paths);
        var sent = string.Concat(collector.Received.Select(request => Encoding.Latin1.GetString(request.Body)));
        Assert.Contains("triagebot.turn.duration", sent, StringComparison.Ordinal);
        Assert.Contains("triagebot.conversation", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("zebrafinch", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_for_verbs_is_closed_to_who_cannot_read_the_data_directory()
    {
        await using var host = await TestHost.StartAsync(directory.Path);
        var link = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(directory.Path, "host.json")))!;
        using var http = new HttpClient { BaseAddress = new Uri((string)link["Address"]!) };
        using var content = new StringContent("{\"do\":\"ListAsync\"}", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("/", content);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        if (!OperatingSystem.IsWindows())
        {
            var mode = File.GetUnixFileMode(Path.Combine(directory.Path, "host.json"));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        }
    }

    /// <summary>Keeps the host from committing until it is disposed.</summary>
    private SqliteConnection Block()
    {
        var file = Path.Combine(directory.Path, SqliteDatabase.FileName);
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Copies one of the shipped folders, with a change, and returns what a hospital would mount.</summary>
    private async Task<string> Mounted(string folder, string old, string changed)
    {
        var copy = Directory.CreateDirectory(Path.Combine(directory.Path, "dialogs", folder));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(ContentSettings.Shipped, folder)))
        {
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(
                Path.Combine(copy.FullName, Path.GetFileName(file)),
                text.Replace(old, changed, StringComparison.Ordinal)
            );
        }

        return copy.Parent!.FullName;
    }
}
