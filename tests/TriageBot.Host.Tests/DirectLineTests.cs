using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.Model;

namespace TriageBot.Host.Tests;

/// <summary>Direct Line 3.0 as its clients expect it.</summary>
public sealed class DirectLineTests(DirectLineHost shared) : IClassFixture<DirectLineHost>
{
    private readonly TestHost host = shared.Host;

    [Fact]
    public async Task A_conversation_begins_with_201_and_one_greeting_and_is_there_with_200_after_that()
    {
        var client = await Visitor();
        Assert.Equal(HttpStatusCode.Created, await client.BeginAsync());
        var first = client.Id;
        Assert.Equal(HttpStatusCode.OK, await client.BeginAsync());
        Assert.Equal(first, client.Id);
        Assert.Equal(HttpStatusCode.OK, await client.ReturnAsync());
        await client.Say(new JsonObject { ["type"] = "event", ["name"] = "webchat/join" });

        var said = await client.Poll();
        Assert.NotEmpty(said);
        Assert.All(said, reply => Assert.Equal("bot", RoleOf(reply)));
        Assert.Single(said, reply => reply.Question is not null);
        // Web Chat waits with a reply until it has what is replied to; it never gets the news that its user came.
        Assert.All(said, reply => Assert.False(reply.Activity.TryGetProperty("replyToId", out _)));
        Assert.Empty(await client.Poll());
    }

    [Fact]
    public async Task What_the_user_wrote_comes_back_with_its_own_id_and_before_the_reply_to_it()
    {
        var client = await Begun();
        await client.Poll();
        var message = client.Message("I have a fever of 102");
        var id = await client.Say(message);
        var said = await client.Poll();

        var echo = said[0].Activity;
        Assert.Matches(@"^[0-9a-f]{32}\|\d{7}$", id);
        Assert.Equal(id, said[0].Id);
        Assert.Equal("me", echo.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("user", RoleOf(said[0]));
        Assert.Equal(
            (string?)message["channelData"]!["clientActivityID"],
            echo.GetProperty("channelData").GetProperty("clientActivityID").GetString()
        );
        Assert.Equal("callback", Assert.Single(await CasesOf(client)).Route.ToString().ToLowerInvariant());
        Assert.True(said.Count > 1);
        Assert.All(
            said.Skip(1),
            reply =>
            {
                Assert.Equal("bot", RoleOf(reply));
                Assert.Equal(id, reply.Activity.GetProperty("replyToId").GetString());
                Assert.Equal(client.Id, reply.Activity.GetProperty("conversation").GetProperty("id").GetString());
                Assert.Equal("directline", reply.Activity.GetProperty("channelId").GetString());
                Assert.True(reply.Activity.TryGetProperty("timestamp", out _));
            }
        );
        Assert.Equal(said.Select(reply => reply.Id).Order(StringComparer.Ordinal), said.Select(reply => reply.Id));
    }

    [Fact]
    public async Task The_stream_sends_what_came_before_it_opened_and_then_what_comes()
    {
        var client = await Begun();
        using var socket = await client.Connect();
        var before = await client.ReadUntil(socket, reply => reply.Question is not null);
        Assert.All(before, reply => Assert.Equal("bot", RoleOf(reply)));
        await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, CancellationToken.None);

        var id = await client.Say("hello");
        var after = await client.ReadUntil(socket, reply => RoleOf(reply) == "bot");
        Assert.Equal(id, after[0].Id);
    }

    [Fact]
    public async Task A_client_that_comes_back_gets_what_it_missed_and_nothing_twice()
    {
        var client = await Begun();
        using (var socket = await client.Connect())
        {
            await client.ReadUntil(socket, reply => reply.Question is not null);
        }

        var seen = client.Watermark;
        var id = await client.Say("hello");
        Assert.Equal(HttpStatusCode.OK, await client.ReturnAsync(seen));
        using var again = await client.Connect();
        var missed = await client.ReadUntil(again, reply => RoleOf(reply) == "bot");
        Assert.Equal(id, missed[0].Id);
    }

    [Fact]
    public async Task The_same_message_sent_again_is_one_message_with_one_id()
    {
        var client = await Begun();
        await client.Poll();
        var message = client.Message("I have a fever of 102");
        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.Say(message)));
        Assert.Single(ids.Append(await client.Say(message)).Distinct());
        Assert.Single(await client.Poll(), reply => RoleOf(reply) == "user");
        Assert.Single(await CasesOf(client));
    }

    [Fact]
    public async Task Two_devices_of_one_patient_see_the_same_in_the_same_order()
    {
        var phone = await Begun();
        var laptop = new DirectLineClient(host.Http, phone.Credential) { Id = phone.Id };
        await laptop.ReturnAsync();
        using var first = await phone.Connect();
        using var second = await laptop.Connect();
        await Task.WhenAll(phone.Say("my back itches"), laptop.Say("and I have a rash"));
        var bound = (await phone.Poll(0)).Count;

        async Task<List<string>> All(DirectLineClient client, ClientWebSocket socket)
        {
            var all = new List<string>();
            while (all.Count < bound)
            {
                all.AddRange((await client.Read(socket))!.Select(reply => reply.Id));
            }

            return all;
        }

        Assert.Equal(await All(phone, first), await All(laptop, second));
        Assert.Equal(2, (await phone.Poll(0)).Count(reply => RoleOf(reply) == "user"));
    }

    [Fact]
    public async Task Who_writes_is_the_user_of_the_token_whoever_the_message_says()
    {
        var client = await DirectLineClient.WithTokenAsync(host.Http, DirectLineHost.Secret, "dl_ann");
        await client.BeginAsync();
        var message = client.Message("hello");
        message["from"]!["id"] = "dl_somebody_else";
        message["conversation"] = new JsonObject { ["id"] = "another" };
        message["deliveryMode"] = "expectReplies";
        message["serviceUrl"] = "https://elsewhere.example.org";
        await client.Say(message);
        var echo = (await client.Poll()).Single(reply => RoleOf(reply) == "user");
        Assert.Equal("dl_ann", echo.Activity.GetProperty("from").GetProperty("id").GetString());
        Assert.DoesNotContain("elsewhere", (await host.Stored()).Last().Payload, StringComparison.Ordinal);
        Assert.All(await Rows(client), row => Assert.NotEqual(DeliveryState.Pending, row.Delivery));
    }

    [Fact]
    public async Task Without_a_name_a_client_may_call_itself_as_it_likes()
    {
        var client = await Begun();
        await client.Say("hello");
        var echo = (await client.Poll()).Single(reply => RoleOf(reply) == "user");
        Assert.Equal("me", echo.Activity.GetProperty("from").GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_language_of_the_client_is_greeted_in()
    {
        var client = await Visitor();
        await client.BeginAsync(new JsonObject { ["locale"] = "es-US" });
        Assert.Contains(
            await client.Poll(),
            reply => reply.Text.Contains("Soy una computadora", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_secret_alone_carries_a_whole_conversation()
    {
        var client = new DirectLineClient(host.Http, DirectLineHost.Secret);
        Assert.Equal(HttpStatusCode.Created, await client.BeginAsync());
        client.Credential = DirectLineHost.Secret;
        await client.Say("hello");
        Assert.Contains(await client.Poll(), reply => RoleOf(reply) == "user");
        Assert.Equal(HttpStatusCode.OK, await client.ReturnAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_knows_more_than_the_records_hears_them_anew_and_what_comes(bool webSocket)
    {
        var client = await DirectLineClient.WithTokenAsync(host.Http, DirectLineHost.Secret);
        await client.BeginAsync();
        await client.Say("hello");
        var all = await client.Poll(0);
        // As after the restore of a backup: the client has seen what is on no record.
        const long Beyond = 4_000;
        if (!webSocket)
        {
            Assert.Equal(all.Select(reply => reply.Id), (await client.Poll(Beyond)).Select(reply => reply.Id));
            return;
        }

        await client.ReturnAsync(Beyond);
        using var socket = await client.Connect();
        var heard = await client.ReadUntil(socket, reply => reply.Id == all[^1].Id);
        Assert.Equal(all.Select(reply => reply.Id), heard.Select(reply => reply.Id));
        var id = await client.Say("my back is a little sore");
        Assert.Equal(id, (await client.ReadUntil(socket, _ => true))[0].Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("undefined")]
    [InlineData("-1")]
    [InlineData("99999999999999999999999")]
    [InlineData("12a")]
    public async Task A_watermark_that_is_no_number_means_everything(string watermark)
    {
        var client = await Begun();
        using var response = await client.Send(
            HttpMethod.Get,
            $"/conversations/{client.Id}/activities?watermark={watermark}"
        );
        var answer = await DirectLineClient.Json(response);
        Assert.NotEmpty(answer["activities"]!.AsArray());
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("conversationUpdate")]
    [InlineData("endOfConversation")]
    [InlineData("invoke")]
    [InlineData("made-up")]
    public async Task What_is_no_message_is_taken_and_not_stored(string type)
    {
        var client = await Begun();
        var before = (await Rows(client)).Count;
        var message = client.Message("hello");
        message["type"] = type;
        await client.Say(message);
        Assert.Equal(before, (await Rows(client)).Count);
    }

    private static string? RoleOf(Reply reply) => reply.Activity.GetProperty("from").GetProperty("role").GetString();

    private Task<DirectLineClient> Visitor() => DirectLineClient.WithTokenAsync(host.Http, DirectLineHost.Secret);

    private async Task<DirectLineClient> Begun()
    {
        var client = await Visitor();
        Assert.Equal(HttpStatusCode.Created, await client.BeginAsync());
        return client;
    }

    private Task<List<CaseRow>> CasesOf(DirectLineClient client) =>
        host.Read(records =>
            from file in records.Cases
            join address in records.Addresses on file.ConversationId equals address.ConversationId
            where address.ExternalConversationId == client.Id
            select file
        );

    private Task<List<ActivityRow>> Rows(DirectLineClient client) =>
        host.Read(records =>
            from row in records.Activities
            join address in records.Addresses on row.ConversationId equals address.ConversationId
            where address.ExternalConversationId == client.Id
            select row
        );
}
