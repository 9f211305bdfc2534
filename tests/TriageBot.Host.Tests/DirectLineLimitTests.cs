using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests;

/// <summary>What one client may not do to the others, and what is not taken from it.</summary>
public sealed class DirectLineLimitTests(DirectLineHost shared) : IClassFixture<DirectLineHost>
{
    private readonly TestHost host = shared.Host;

    [Fact]
    public async Task One_who_writes_too_much_is_told_when_to_come_again_and_others_go_on()
    {
        await using var own = await Start("--DirectLine:Limits:MessagesPerMinute=3");
        var ann = await Begun(own);
        var bob = await Begun(own);
        for (var i = 0; i < 3; i++)
        {
            await ann.Say("hello");
        }

        using var refused = await ann.Post(ann.Message("hello"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await bob.Say("hello");
    }

    [Fact]
    public async Task DirectLineJS_is_told_the_wait_in_the_milliseconds_that_it_takes_it_for()
    {
        await using var own = await Start("--DirectLine:Limits:ConversationsPerMinute=1");
        await DirectLineClient.WithTokenAsync(own.Http, DirectLineHost.Secret);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{DirectLineClient.Path}/tokens/generate");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", DirectLineHost.Secret);
        request.Headers.Add("x-ms-bot-agent", "DirectLine/3.0 (directlinejs 0.15.8)");
        using var refused = await own.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1_000, 60_000);
    }

    [Fact]
    public async Task An_address_that_floods_the_door_is_refused()
    {
        await using var own = await Start("--DirectLine:Limits:RequestsPerSecond=1");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => own.Http.GetAsync($"{DirectLineClient.Path}/conversations/x"))
        );
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_conversation_has_so_many_streams_and_no_more()
    {
        await using var own = await Start("--DirectLine:Limits:SocketsPerConversation=2");
        var ann = await Begun(own);
        using var first = await ann.Connect();
        using (await ann.Connect())
        {
            var refused = await Assert.ThrowsAsync<WebSocketException>(() => ann.Connect());
            Assert.Contains("429", refused.Message, StringComparison.Ordinal);
        }

        await Until.True(() => Opens(ann), "the place of a closed stream is free again");
    }

    [Fact]
    public async Task A_stream_on_which_nothing_happens_is_closed_and_the_client_may_come_again()
    {
        await using var own = await Start("--DirectLine:Limits:IdleSeconds=1");
        var ann = await Begun(own);
        using var socket = await ann.Connect();
        await ann.ReadUntil(socket, reply => reply.Question is not null);
        Assert.Null(await ann.Read(socket));
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
        await ann.ReturnAsync(ann.Watermark);
        using var again = await ann.Connect();
        Assert.Equal(WebSocketState.Open, again.State);
    }

    [Fact]
    public async Task A_host_that_stops_closes_its_streams_so_that_clients_go_elsewhere()
    {
        await using var own = await Start();
        var ann = await Begun(own);
        using var socket = await ann.Connect();
        await ann.ReadUntil(socket, reply => reply.Question is not null);
        var stopping = own.StopAsync();
        Assert.Null(await ann.Read(socket));
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await stopping;
    }

    [Fact]
    public async Task A_frame_without_end_closes_its_own_stream_alone()
    {
        var ann = await Begun(host);
        using var loud = await ann.Connect();
        using var quiet = await ann.Connect();
        await ann.ReadUntil(quiet, reply => reply.Question is not null);
        await loud.SendAsync(new byte[64 * 1024], WebSocketMessageType.Binary, false, CancellationToken.None);
        await Until.True(() => IsClosed(ann, loud), "the stream is closed");

        var id = await ann.Say("hello");
        Assert.Contains(await ann.ReadUntil(quiet, _ => true), reply => reply.Id == id);
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_no_activity_is_refused_and_the_next_is_taken()
    {
        var ann = await Begun(host);
        using (var large = await ann.Post(ann.Message(new string('a', 1024 * 1024))))
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        }

        using (var lengthy = await ann.Post(ann.Message(new string('a', 10_001))))
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, lengthy.StatusCode);
        }

        using (var nothing = await ann.Post(new JsonArray()))
        {
            Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        }

        await ann.Say("hello");
    }

    [Fact]
    public async Task A_picture_is_not_opened_and_the_patient_is_asked_for_words()
    {
        var ann = await Begun(host);
        await ann.Poll();
        using var upload = new MultipartFormDataContent();
        var activity = ann.Message("my cut looks like this, and I have a fever of 102");
        activity["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "image/jpeg", ["name"] = "cut.jpg" }
        );
        upload.Add(
            new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/vnd.microsoft.activity"),
            "activity"
        );
        var picture = new ByteArrayContent(Encoding.ASCII.GetBytes("picture-bytes"));
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        upload.Add(picture, "file", "cut.jpg");
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"{DirectLineClient.Path}/conversations/{ann.Id}/upload?userId=me"
        );
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ann.Credential);
        request.Content = upload;
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        var said = await ann.Poll();
        Assert.Contains(said, reply => reply.Text == "I cannot open pictures. Tell me in words.");
        Assert.Equal("cut.jpg", said[0].Activity.GetProperty("attachments")[0].GetProperty("name").GetString());
        var card = Assert
            .Single(await host.Cases(), file => file.Card!.Contains("my cut looks like this", StringComparison.Ordinal))
            .Card;
        Assert.Contains("sent a picture", card, StringComparison.Ordinal);
        Assert.All(
            await host.Stored(),
            row => Assert.DoesNotContain("picture-bytes", row.Payload, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_picture_without_words_is_answered_with_the_open_question()
    {
        var ann = await Begun(host);
        var message = ann.Message("");
        message["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "image/png",
                ["name"] = "back.png",
                ["contentUrl"] = "data:image/png;base64,iVBORw0KGgo=",
            }
        );
        await ann.Poll();
        await ann.Say(message);
        var said = await ann.Poll();
        Assert.Equal("I cannot open pictures. Tell me in words.", said[1].Text);
        Assert.NotNull(said[2].Question);
        Assert.All(
            await host.Stored(),
            row => Assert.DoesNotContain("iVBORw0KGgo", row.Payload, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task No_word_of_a_patient_and_no_token_is_logged()
    {
        await using var own = await Start();
        var ann = await Begun(own);
        using var socket = await ann.Connect();
        await ann.Say("my secret-sounding symptom");
        using var refused = await ann.Post(new JsonObject { ["text"] = "another-symptom" });
        Assert.DoesNotContain("symptom", own.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(ann.Credential, own.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(ann.StreamUrl.Split("t=")[1], own.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(DirectLineHost.Secret, own.Log.All, StringComparison.Ordinal);
    }

    private static Task<TestHost> Start(params string[] settings) =>
        TestHost.StartAsync(settings: [.. DirectLineHost.Settings, .. settings]);

    private static async Task<DirectLineClient> Begun(TestHost host)
    {
        var client = await DirectLineClient.WithTokenAsync(host.Http, DirectLineHost.Secret);
        await client.BeginAsync();
        return client;
    }

    private static async Task<bool> IsClosed(DirectLineClient client, ClientWebSocket socket)
    {
        try
        {
            return await client.Read(socket) is null;
        }
        catch (WebSocketException)
        {
            return true;
        }
    }

    private static async Task<bool> Opens(DirectLineClient client)
    {
        try
        {
            using var socket = await client.Connect();
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }
}
