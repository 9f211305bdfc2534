using System.Net;
using System.Net.Http.Headers;

namespace TriageBot.BotFramework.Tests.Hosting;

public class ConnectorClientTests
{
    [Theory]
    [InlineData("https://s/", "19:a@b", "r/1", "https://s/v3/conversations/19%3Aa%40b/activities/r%2F1")]
    [InlineData(
        "http://localhost:5/_connector",
        "c",
        null,
        "http://localhost:5/_connector/v3/conversations/c/activities"
    )]
    public async Task A_message_goes_to_its_conversation(string service, string id, string? replyTo, string address)
    {
        var channel = Answering(HttpStatusCode.Created, """{"id":"1795"}""");
        var message = Message(service, id);
        message.ReplyToId = replyTo;

        var delivery = await Client(channel).SendAsync(message);

        Assert.Equal(new Delivery.Sent("1795"), delivery);
        var (method, sentTo, body) = Assert.Single(channel.Requests);
        Assert.Equal((HttpMethod.Post, address), (method, sentTo));
        Assert.Equal(BotJson.Write(message), body);
    }

    [Fact]
    public async Task An_update_and_a_deletion_name_their_activity()
    {
        var channel = Answering(HttpStatusCode.OK, "");
        var message = Message("https://s", "c");

        await Client(channel).UpdateAsync(message);
        await Client(channel).DeleteAsync(message.GetReplyConversationReference(new ResourceResponse("gone")));

        Assert.Equal(
            [
                (HttpMethod.Put, "https://s/v3/conversations/c/activities/m-1"),
                (HttpMethod.Delete, "https://s/v3/conversations/c/activities/gone"),
            ],
            channel.Requests.Select(request => (request.Method, request.Address))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    public async Task What_the_channel_took_is_sent_whatever_it_says_about_it(string body)
    {
        Assert.Equal(new Delivery.Sent(null), await Send(Answering(HttpStatusCode.Accepted, body)));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(401)]
    public async Task Too_busy_and_broken_and_not_signed_in_mean_refused(int status)
    {
        Assert.Equal(new Delivery.Refused(null, status), await Send(Answering((HttpStatusCode)status, "")));
    }

    [Fact]
    public async Task The_channel_may_say_how_long_to_wait()
    {
        var seconds = Answering(
            HttpStatusCode.TooManyRequests,
            "",
            new RetryConditionHeaderValue(TimeSpan.FromSeconds(7))
        );
        var date = Answering(
            HttpStatusCode.ServiceUnavailable,
            "",
            new RetryConditionHeaderValue(TestUnit.Now.AddSeconds(90))
        );
        var past = Answering(
            HttpStatusCode.ServiceUnavailable,
            "",
            new RetryConditionHeaderValue(TestUnit.Now.AddDays(-1))
        );

        Assert.Equal(new Delivery.Refused(TimeSpan.FromSeconds(7), 429), await Send(seconds));
        Assert.Equal(new Delivery.Refused(TimeSpan.FromSeconds(90), 503), await Send(date));
        Assert.Equal(new Delivery.Refused(TimeSpan.Zero, 503), await Send(past));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(307)]
    public async Task Other_answers_are_final(int status)
    {
        Assert.Equal(status, Assert.IsType<Delivery.Failed>(await Send(Answering((HttpStatusCode)status, ""))).Status);
    }

    [Fact]
    public async Task A_conversation_is_begun_at_the_channel()
    {
        var channel = Answering(HttpStatusCode.Created, "{\"id\":\"new-talk\",\"activityId\":\"first\"}");
        var parameters = new ConversationParameters
        {
            Members = [new ChannelAccount("ann")],
            ChannelData = new Dictionary<string, object> { ["tenant"] = "t" },
        };

        var delivery = await Client(channel).CreateConversationAsync("https://s/base/", parameters);

        Assert.Equal(new Delivery.Sent("new-talk"), delivery);
        var (method, address, body) = Assert.Single(channel.Requests);
        Assert.Equal((HttpMethod.Post, "https://s/base/v3/conversations"), (method, address));
        Assert.Equal("""{"members":[{"id":"ann"}],"channelData":{"tenant":"t"}}""", body);
    }

    [Fact]
    public async Task Without_a_connection_nothing_was_taken()
    {
        var unreachable = new StubHandler((_, _) => throw new HttpRequestException("no route")) { ReadsBody = false };

        Assert.Equal(new Delivery.Refused(null, null), await Send(unreachable));
    }

    [Fact]
    public async Task A_connection_lost_after_sending_leaves_it_open()
    {
        var broken = new StubHandler((_, _) => throw new HttpRequestException("reset"));

        Assert.IsType<Delivery.Unknown>(await Send(broken));
    }

    [Fact]
    public async Task No_answer_in_time_leaves_it_open()
    {
        var silent = new StubHandler(Never);
        using var http = new HttpClient(silent);
        var client = new ConnectorClient(http, TimeProvider.System, TimeSpan.FromMilliseconds(1));

        Assert.Equal(new Delivery.Unknown("No answer in time."), await client.SendAsync(Message("https://s", "c")));
    }

    [Fact]
    public async Task A_stop_before_anything_left_is_a_stop_and_afterwards_an_open_outcome()
    {
        using var stop = new CancellationTokenSource();
        var client = Client(
            new StubHandler(
                async (_, token) =>
                {
                    await stop.CancelAsync();
                    token.ThrowIfCancellationRequested();
                    return new HttpResponseMessage();
                }
            )
        );

        Assert.IsType<Delivery.Unknown>(await client.SendAsync(Message("https://s", "c"), stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.SendAsync(Message("https://s", "c"), stop.Token)
        );
    }

    [Theory]
    [InlineData(null, "c")]
    [InlineData("", "c")]
    [InlineData("sip:somebody", "c")]
    [InlineData("file:///etc", "c")]
    [InlineData("https://s", null)]
    public async Task An_address_that_cannot_be_is_final_and_nothing_is_called(string? service, string? conversation)
    {
        var channel = Answering(HttpStatusCode.OK, "");

        var delivery = await Client(channel).SendAsync(Message(service, conversation));

        Assert.Null(Assert.IsType<Delivery.Failed>(delivery).Status);
        Assert.Empty(channel.Requests);
    }

    private static Task<Delivery> Send(StubHandler channel) => Client(channel).SendAsync(Message("https://s", "c"));

    private static ConnectorClient Client(StubHandler channel) => new(new HttpClient(channel), new TestUnit().Clock);

    private static Activity Message(string? service, string? conversation) =>
        new("message")
        {
            Id = "m-1",
            Text = "¿Tiene fiebre?",
            ServiceUrl = service,
            Conversation = new ConversationAccount(id: conversation),
        };

    private static StubHandler Answering(HttpStatusCode status, string body, RetryConditionHeaderValue? retry = null) =>
        new(
            (_, _) =>
            {
                var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
                response.Headers.RetryAfter = retry;
                return Task.FromResult(response);
            }
        );

    private static async Task<HttpResponseMessage> Never(HttpRequestMessage request, CancellationToken stop)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        return new HttpResponseMessage();
    }
}
