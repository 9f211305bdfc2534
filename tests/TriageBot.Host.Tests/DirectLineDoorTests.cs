using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests;

/// <summary>Who may come in by Direct Line, and for how long.</summary>
public sealed class DirectLineDoorTests(DirectLineHost shared) : IClassFixture<DirectLineHost>
{
    private readonly TestHost host = shared.Host;

    [Theory]
    [InlineData(DirectLineHost.Secret)]
    [InlineData(DirectLineHost.NewSecret)]
    [InlineData(DirectLineHost.OtherSecret)]
    public async Task Each_secret_gives_tokens_for_half_an_hour(string secret)
    {
        using var response = await new DirectLineClient(host.Http, secret).Send(HttpMethod.Post, "/tokens/generate");
        var answer = await DirectLineClient.Json(response);
        Assert.Equal(1800, (int)answer["expires_in"]!);
        Assert.NotEmpty((string)answer["conversationId"]!);
        Assert.NotEmpty((string)answer["token"]!);
    }

    [Fact]
    public async Task Without_a_secret_or_token_nothing_is_given()
    {
        using var none = await host.Http.PostAsync($"{DirectLineClient.Path}/tokens/generate", null);
        Assert.Equal(HttpStatusCode.Unauthorized, none.StatusCode);
        foreach (var path in new[] { "/tokens/generate", "/tokens/refresh", "/conversations" })
        {
            using var wrong = await new DirectLineClient(host.Http, "undefined").Send(HttpMethod.Post, path);
            Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        }
    }

    [Fact]
    public async Task Where_no_secret_is_configured_nobody_gets_a_token()
    {
        await using var closed = await TestHost.StartAsync();
        using var response = await new DirectLineClient(closed.Http, DirectLineHost.Secret).Send(
            HttpMethod.Post,
            "/tokens/generate"
        );
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_alone_and_makes_no_tokens()
    {
        var ann = await Begun();
        var bob = await Begun();
        bob.Id = ann.Id;
        Assert.Equal(HttpStatusCode.Forbidden, await bob.ReturnAsync());
        using var read = await bob.Send(HttpMethod.Get, $"/conversations/{ann.Id}/activities");
        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        using var written = await bob.Post(bob.Message("hello"));
        Assert.Equal(HttpStatusCode.Forbidden, written.StatusCode);
        using var made = await bob.Send(HttpMethod.Post, "/tokens/generate");
        Assert.Equal(HttpStatusCode.Forbidden, made.StatusCode);
        var stream = await Assert.ThrowsAsync<WebSocketException>(() =>
            ann.Connect(bob.StreamUrl.Replace(bob.StreamUrl.Split('/')[^2], ann.Id, StringComparison.Ordinal))
        );
        Assert.Contains("403", stream.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_sites_secret_does_not_reach_anothers_conversation()
    {
        var ann = await Begun();
        var kiosk = new DirectLineClient(host.Http, DirectLineHost.OtherSecret) { Id = ann.Id };
        Assert.Equal(HttpStatusCode.NotFound, await kiosk.ReturnAsync());
        using var written = await kiosk.Post(kiosk.Message("hello"));
        Assert.Equal(HttpStatusCode.NotFound, written.StatusCode);
    }

    [Fact]
    public async Task A_token_ends_after_half_an_hour_unless_it_is_refreshed_and_its_stream_stays_open()
    {
        await using var own = await TestHost.StartAsync(settings: DirectLineHost.Settings);
        var client = await DirectLineClient.WithTokenAsync(own.Http, DirectLineHost.Secret);
        await client.BeginAsync();
        using var socket = await client.Connect();
        await client.ReadUntil(socket, reply => reply.Question is not null);

        own.Clock.Advance(TimeSpan.FromMinutes(20));
        var old = client.Credential;
        using (var response = await client.Send(HttpMethod.Post, "/tokens/refresh"))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            client.Credential = (string)(await DirectLineClient.Json(response))["token"]!;
        }

        own.Clock.Advance(TimeSpan.FromMinutes(20));
        var id = await client.Say("hello");
        Assert.Contains(await client.ReadUntil(socket, _ => true), reply => reply.Id == id);
        client.Credential = old;
        Assert.Equal(HttpStatusCode.Forbidden, await client.ReturnAsync());
        using var late = await client.Send(HttpMethod.Post, "/tokens/refresh");
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
    }

    [Fact]
    public async Task A_streams_address_is_good_for_a_minute_and_for_nothing_else()
    {
        await using var own = await TestHost.StartAsync(settings: DirectLineHost.Settings);
        var client = await DirectLineClient.WithTokenAsync(own.Http, DirectLineHost.Secret);
        await client.BeginAsync();
        var ticket = client.StreamUrl.Split("t=")[1];
        Assert.DoesNotContain(client.Credential, client.StreamUrl, StringComparison.Ordinal);
        using var misused = await new DirectLineClient(own.Http, ticket) { Id = client.Id }.Post(client.Message("hi"));
        Assert.Equal(HttpStatusCode.Forbidden, misused.StatusCode);

        own.Clock.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<WebSocketException>(() => client.Connect());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_token_that_was_tampered_with_is_refused(int part)
    {
        var client = await Begun();
        var parts = client.Credential.Split('.');
        var letter = parts[part][4];
        parts[part] = parts[part][..4] + (letter == 'A' ? 'B' : 'A') + parts[part][5..];
        client.Credential = string.Join('.', parts);
        Assert.Equal(HttpStatusCode.Forbidden, await client.ReturnAsync());
    }

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        var client = await Begun();
        var header = Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"alg\":\"none\",\"typ\":\"JWT\"}")).TrimEnd('=');
        client.Credential = $"{header}.{client.Credential.Split('.')[1]}.";
        Assert.Equal(HttpStatusCode.Forbidden, await client.ReturnAsync());
    }

    [Fact]
    public async Task The_key_is_kept_so_that_a_restart_forgets_no_token()
    {
        using var directory = new TempDirectory();
        DirectLineClient client;
        await using (var before = await TestHost.StartAsync(directory.Path, settings: DirectLineHost.Settings))
        {
            client = await DirectLineClient.WithTokenAsync(before.Http, DirectLineHost.Secret);
            await client.BeginAsync();
            await client.Say("hello");
        }

        await using var after = await TestHost.StartAsync(directory.Path, settings: DirectLineHost.Settings);
        var again = new DirectLineClient(after.Http, client.Credential) { Id = client.Id };
        Assert.Equal(HttpStatusCode.OK, await again.ReturnAsync());
        Assert.True((await again.Poll(0)).Count > 2);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(directory.Path, "directline.key"))
            );
        }
    }

    [Fact]
    public async Task A_page_of_a_configured_origin_may_call_and_another_may_not()
    {
        using var allowed = await Preflight(DirectLineHost.Origin);
        Assert.Equal(DirectLineHost.Origin, Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        var headers = allowed.Headers.GetValues("Access-Control-Allow-Headers").Single();
        Assert.All(
            ["authorization", "content-type", "x-ms-bot-agent", "x-requested-with"],
            header => Assert.Contains(header, headers, StringComparison.OrdinalIgnoreCase)
        );
        using var other = await Preflight("https://elsewhere.example.org");
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{DirectLineClient.Path}/conversations");
        request.Headers.Add("Origin", DirectLineHost.Origin);
        using var refused = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("Retry-After", refused.Headers.GetValues("Access-Control-Expose-Headers").Single());
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("{\"user\":7}")]
    [InlineData("{\"user\":{\"id\":\"a\\u0000b\"}}")]
    public async Task A_request_for_a_token_that_makes_no_sense_is_refused(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{DirectLineClient.Path}/tokens/generate");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", DirectLineHost.Secret);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("--DirectLine:Secrets:portal=short", "DirectLine:Secrets:portal")]
    [InlineData("--DirectLine:Secrets:chat=0123456789abcdef0123456789abcdef", "DirectLine:Secrets:chat")]
    [InlineData("--DirectLine:Origins=*", "DirectLine:Origins")]
    [InlineData("--DirectLine:Origins=https://portal.example.org/page", "DirectLine:Origins")]
    [InlineData("--Chat:EmbeddedBy=*", "Chat:EmbeddedBy")]
    [InlineData("--Chat:EmbeddedBy=https://a.example.org https://b.example.org", "Chat:EmbeddedBy")]
    [InlineData("--Chat:EmbeddedBy=https://portal.example.org; script-src *", "Chat:EmbeddedBy")]
    [InlineData("--DirectLine:Limits:IdleSeconds=never", "DirectLine:Limits:IdleSeconds")]
    [InlineData("--DirectLine:Secret=0123456789abcdef0123456789abcdef", "DirectLine:Secret")]
    public async Task A_setting_that_cannot_be_right_is_named_at_the_start(string setting, string key)
    {
        var refused = await Assert.ThrowsAsync<Configuration.StartRefusedException>(() =>
            TestHost.StartAsync(settings: setting)
        );
        Assert.Contains(key, Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", refused.Message, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Preflight(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, $"{DirectLineClient.Path}/conversations");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add(
            "Access-Control-Request-Headers",
            "authorization,content-type,x-ms-bot-agent,x-requested-with"
        );
        return await host.Http.SendAsync(request);
    }

    private async Task<DirectLineClient> Begun()
    {
        var client = await DirectLineClient.WithTokenAsync(host.Http, DirectLineHost.Secret);
        await client.BeginAsync();
        return client;
    }
}
