using System.Net;
using System.Net.WebSockets;
using Microsoft.Data.Sqlite;
using TriageBot.Host.Commands;
using TriageBot.Host.Tests.Support;
using TriageBot.Protocols.Routes;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Tests;

/// <summary>What goes wrong between a web chat and its host.</summary>
public sealed class DirectLineFaultTests
{
    private static readonly TimeSpan Locked = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_late_no_to_an_older_question_never_answers_a_newer_emergency_question()
    {
        await using var host = await TestHost.StartAsync(settings: DirectLineHost.Settings);
        var phone = await Begun(host);
        await phone.Say("my back is a little sore");
        var older = (await phone.Poll()).Last(reply => reply.Question is not null);
        Assert.Equal("red-flags-1", older.QuestionId);

        // The phone has no line; meanwhile another device answers, and the next emergency question is out for long.
        var laptop = new DirectLineClient(host.Http, phone.Credential) { Id = phone.Id };
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        await laptop.Say("none of these");
        var newer = (await laptop.Poll()).Last(reply => reply.Question is not null);
        Assert.Equal("red-flags-2", newer.QuestionId);
        host.Clock.Advance(TimeSpan.FromMinutes(5));

        var late = phone.Message("no");
        late["replyToId"] = older.Id;
        await phone.Say(late);
        var after = (await laptop.Poll()).Last(reply => reply.Question is not null);
        Assert.Equal("red-flags-2", after.QuestionId);

        var answer = phone.Message("no");
        answer["replyToId"] = after.Id;
        await phone.Say(answer);
        Assert.NotEqual("red-flags-2", (await laptop.Poll()).Last(reply => reply.Question is not null).QuestionId);
    }

    [Fact]
    public async Task A_no_that_crosses_an_emergency_question_does_not_answer_it()
    {
        await using var host = await TestHost.StartAsync(settings: DirectLineHost.Settings);
        var client = await Begun(host);
        await client.Say("my back is a little sore");
        await client.Say("no");
        var said = await client.Poll();
        Assert.Equal(
            ["opening", "red-flags-1", "red-flags-1"],
            said.Where(reply => reply.Question is not null).Select(reply => reply.QuestionId)
        );
    }

    [Fact]
    public async Task A_double_tap_answers_one_question_and_not_the_next()
    {
        await using var host = await TestHost.StartAsync(settings: DirectLineHost.Settings);
        var client = await Begun(host);
        await client.Say("my back is a little sore");
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        await client.Poll();
        await client.Say("0");
        await client.Say("0");
        Assert.Equal(
            ["red-flags-2", "red-flags-2"],
            (await client.Poll()).Select(reply => reply.QuestionId).OfType<string>()
        );
    }

    [Fact]
    public async Task What_the_bot_says_by_itself_comes_on_the_stream()
    {
        await using var host = await TestHost.StartAsync(settings: DirectLineHost.Settings);
        var client = await Begun(host);
        await client.Say("the spot is a little sore");
        await client.Poll();
        await client.ReturnAsync(client.Watermark);
        using var socket = await client.Connect();
        await host.Pass(TimeSpan.FromMinutes(16));
        var said = await client.ReadUntil(socket, _ => true);
        Assert.All(
            said,
            reply => Assert.Equal("triagebot", reply.Activity.GetProperty("from").GetProperty("id").GetString())
        );
        Assert.False(said[0].Activity.TryGetProperty("replyToId", out _));
    }

    [Fact]
    public async Task Killed_between_commit_and_push_the_client_comes_back_to_all_of_it()
    {
        using var directory = new TempDirectory();
        var settings = DirectLineHost.Settings;
        string credential;
        string id;
        long watermark;
        var message = new DirectLineClient(new HttpClient(), "").Message("I have a fever of 102");
        await using (
            var host = await HostProcess.StartAsync(directory.Path, $"{Failpoints.AfterCommit}:kill:2", settings)
        )
        {
            var client = await DirectLineClient.WithTokenAsync(host.Http, DirectLineHost.Secret);
            await GreetedAsync(client);
            using var socket = await client.Connect();
            await client.ReadUntil(socket, reply => reply.Question is not null);
            (credential, id, watermark) = (client.Credential, client.Id, client.Watermark);
            await Assert.ThrowsAsync<HttpRequestException>(() => client.Post(message));
            await host.HasDiedAsync();
        }

        await using var again = await HostProcess.StartAsync(directory.Path, "", settings);
        var back = new DirectLineClient(again.Http, credential) { Id = id };
        Assert.Equal(HttpStatusCode.OK, await back.ReturnAsync(watermark));
        using var stream = await back.Connect();
        var missed = await back.ReadUntil(stream, reply => reply.Question is not null);
        Assert.Equal("I have a fever of 102", missed[0].Text);
        // The client never heard that its message was taken, and sends it again.
        Assert.Equal(missed[0].Id, await back.Say(message));
        Assert.Single(await back.Poll(0), reply => reply.Text == "I have a fever of 102");
    }

    [Fact]
    public async Task Killed_before_the_commit_the_message_sent_again_is_taken_once()
    {
        using var directory = new TempDirectory();
        var settings = DirectLineHost.Settings;
        string credential;
        string id;
        var message = new DirectLineClient(new HttpClient(), "").Message("I have a fever of 102");
        await using (
            var host = await HostProcess.StartAsync(directory.Path, $"{Failpoints.BeforeCommit}:kill:2", settings)
        )
        {
            var client = await DirectLineClient.WithTokenAsync(host.Http, DirectLineHost.Secret);
            await GreetedAsync(client);
            (credential, id) = (client.Credential, client.Id);
            await Assert.ThrowsAsync<HttpRequestException>(() => client.Post(message));
            await host.HasDiedAsync();
        }

        await using var again = await HostProcess.StartAsync(directory.Path, "", settings);
        var back = new DirectLineClient(again.Http, credential) { Id = id };
        await back.Say(message);
        await back.Say(message);
        var said = await back.Poll();
        Assert.Single(said, reply => reply.Text == "I have a fever of 102");
        Assert.Equal(["opening", "red-flags-1"], said.Select(reply => reply.QuestionId).OfType<string>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task After_a_restore_a_client_that_was_further_hears_all_that_is_said_then(int more)
    {
        using var directory = new TempDirectory();
        var backup = Path.Combine(directory.Path, "backup.db");
        string credential;
        string id;
        long watermark;
        var known = new List<string>();
        await using (var host = await TestHost.StartAsync(directory.Path, settings: DirectLineHost.Settings))
        {
            var client = await Begun(host);
            await RunAsync("backup", backup, directory.Path);
            await client.Say("my back is a little sore");
            known.AddRange((await client.Poll(0)).Select(reply => reply.Id));
            (credential, id, watermark) = (client.Credential, client.Id, client.Watermark);
        }

        await RunAsync("restore", backup, directory.Path);
        await using var after = await TestHost.StartAsync(directory.Path, settings: DirectLineHost.Settings);
        var back = new DirectLineClient(after.Http, credential) { Id = id };
        // It writes before its stream is there again, so that the records are further than its watermark, or are not.
        var said = new List<string>();
        for (var i = 0; i < more; i++)
        {
            said.Add(await back.Say("my back is a little sore"));
        }

        await back.ReturnAsync(watermark);
        using var socket = await back.Connect();
        said.Add(await back.Say("I have chest pain"));
        var heard = await back.ReadUntil(socket, reply => reply.Text.StartsWith("Call 911", StringComparison.Ordinal));
        Assert.Equal(said, heard.Where(reply => said.Contains(reply.Id)).Select(reply => reply.Id));
        Assert.DoesNotContain(heard, reply => known.Contains(reply.Id));
    }

    [Fact]
    public async Task Storage_that_is_locked_for_five_seconds_loses_nobody_and_nothing()
    {
        using var directory = new TempDirectory();
        await using var host = await TestHost.StartAsync(directory.Path, settings: DirectLineHost.Settings);
        var client = await Begun(host);
        using var socket = await client.Connect();
        await client.ReadUntil(socket, reply => reply.Question is not null);

        Task<string> posted;
        await using (var other = new SqliteConnection($"Data Source={DatabaseIn(directory.Path)};Pooling=False"))
        {
            await other.OpenAsync();
            await using var locks = other.CreateCommand();
            locks.CommandText = "BEGIN IMMEDIATE";
            await locks.ExecuteNonQueryAsync();
            posted = client.Say("I have a fever of 102");
            await Task.Delay(Locked, TimeProvider.System);
            Assert.False(posted.IsCompleted);
            // Who polls meanwhile is served.
            Assert.NotEmpty(await new DirectLineClient(host.Http, client.Credential) { Id = client.Id }.Poll(0));
        }

        var id = await posted;
        var came = await client.ReadUntil(socket, reply => reply.Question is not null);
        Assert.Equal(id, came[0].Id);
        Assert.Equal(WebSocketState.Open, socket.State);
        Assert.Equal(Route.Callback, Assert.Single(await host.Cases()).Route);
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(3)]
    public async Task When_the_hosts_clock_jumps_streams_and_order_stay_and_a_new_token_works(int hours)
    {
        await using var host = await TestHost.StartAsync(settings: DirectLineHost.Settings);
        var client = await Begun(host);
        using var socket = await client.Connect();
        await client.ReadUntil(socket, reply => reply.Question is not null);
        host.Clock.Advance(TimeSpan.FromHours(hours));

        var token = await DirectLineClient.WithTokenAsync(host.Http, DirectLineHost.Secret);
        Assert.Equal(HttpStatusCode.Created, await token.BeginAsync());
        var site = new DirectLineClient(host.Http, DirectLineHost.Secret) { Id = client.Id };
        var id = await site.Say("I have a fever of 102");
        var came = await client.ReadUntil(socket, reply => reply.Question is not null);
        Assert.Equal(id, came[0].Id);
        Assert.Equal(came.Select(reply => reply.Id).Order(StringComparer.Ordinal), came.Select(reply => reply.Id));
    }

    [Fact]
    public async Task Where_a_turn_throws_the_patient_gets_the_safety_text_on_the_stream()
    {
        await using var host = await TestHost.StartAsync(settings: DirectLineHost.Settings);
        var client = await Begun(host);
        using var socket = await client.Connect();
        await client.ReadUntil(socket, reply => reply.Question is not null);
        host.Failpoints.Arm(Failpoints.TurnThrows, "throw");
        var id = await client.Say("I have a fever of 102");
        var came = await client.ReadUntil(socket, reply => reply.Id != id);
        Assert.Equal(id, came[0].Id);
        Assert.Contains("423-555-0100", came[1].Text, StringComparison.Ordinal);
        Assert.Contains(await host.Cases(), file => file.Kind == TriageBot.Conversation.Effects.CaseKind.BotFailed);
        Assert.Contains(await host.Stored(), row => row.Delivery == DeliveryState.Thrown);
    }

    /// <summary>The greeting is the first commit; on a busy machine it may have to be asked for twice.</summary>
    private static Task GreetedAsync(DirectLineClient client) =>
        Until.True(
            async () =>
            {
                await client.BeginAsync();
                return (await client.Poll(0)).Count > 0;
            },
            "the greeting is there"
        );

    private static async Task RunAsync(string verb, string file, string directory)
    {
        var console = new TestConsole();
        var code = await CommandTable.RunAsync(
            [verb, file, $"--Records:Directory={directory}", .. Production.Settings],
            console.Streams
        );
        Assert.True(code == 0, console.Error);
    }

    private static string DatabaseIn(string directory) => Directory.GetFiles(directory, "*.db").Single();

    private static async Task<DirectLineClient> Begun(TestHost host)
    {
        var client = await DirectLineClient.WithTokenAsync(host.Http, DirectLineHost.Secret);
        await client.BeginAsync();
        return client;
    }
}
