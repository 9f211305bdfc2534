using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TriageBot.Host.Tests.Support;
using Xunit.Abstractions;

namespace TriageBot.Host.Tests;

/// <summary>The patient's page as it is served, and the tokens that it asks for.</summary>
public sealed partial class ChatPageTests(DirectLineHost shared, ITestOutputHelper output)
    : IClassFixture<DirectLineHost>
{
    private const int MostBytes = 30 * 1024;

    private readonly TestHost host = shared.Host;

    [Fact]
    public async Task The_greeting_and_the_first_question_stand_in_the_page_and_to_open_it_begins_nothing()
    {
        var before = (await host.Stored()).Count;
        var html = WebUtility.HtmlDecode(await host.Http.GetStringAsync("/chat"));
        Assert.Contains("I am a computer, not a nurse.", html, StringComparison.Ordinal);
        Assert.Contains("How are you doing?", html, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:911\"", html, StringComparison.Ordinal);
        Assert.Contains("<noscript>", html, StringComparison.Ordinal);
        Assert.Equal(before, (await host.Stored()).Count);
    }

    [Theory]
    [InlineData("/chat?lang=es", "en-US")]
    [InlineData("/chat", "es-MX,es;q=0.9,en;q=0.5")]
    public async Task The_page_speaks_the_language_that_was_asked_for(string address, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var response = await host.Http.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"es\">", html, StringComparison.Ordinal);
        Assert.Contains("Soy una computadora", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_page_is_smaller_than_thirty_kilobytes_and_loads_nothing_from_elsewhere()
    {
        var html = await host.Http.GetStringAsync("/chat");
        var addresses = Address().Matches(html).Select(match => match.Groups[1].Value).ToList();
        Assert.All(addresses, address => Assert.Matches("^(/chat/|data:|tel:|\\?lang=)", address));

        var build = addresses.First(address => address.EndsWith("chat.js", StringComparison.Ordinal))[
            ..^"chat.js".Length
        ];
        string[] files = ["chat.css", "chat.js", "line.js", "outbox.js", "store.js", "choices.js", "talk.js"];
        var sizes = await Task.WhenAll(files.Select(file => build + file).Append("/chat").Select(CompressedSize));
        Assert.InRange(sizes.Sum(), 1, MostBytes);
        output.WriteLine($"All of it has {sizes.Sum()} bytes.");
    }

    [Fact]
    public async Task Nobody_may_frame_the_page_and_no_script_of_others_runs_in_it()
    {
        using var response = await host.Http.GetAsync("/chat");
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_that_is_named_may_frame_the_page()
    {
        await using var own = await TestHost.StartAsync(
            settings:
            [
                "--Chat:EmbeddedBy:0=https://portal.example.org",
                "--Chat:EmbeddedBy:1=https://other.example.org:8443/",
            ]
        );
        using var response = await own.Http.GetAsync("/chat");
        Assert.EndsWith(
            "frame-ancestors https://portal.example.org https://other.example.org:8443",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_stranger_gets_a_conversation_and_comes_back_to_it()
    {
        var first = await Token(new JsonObject());
        var client = new DirectLineClient(host.Http, (string)first["token"]!) { Id = (string)first["conversationId"]! };
        Assert.Equal(HttpStatusCode.Created, await client.BeginAsync());
        await client.Say("my back is a little sore");

        var again = await Token(new JsonObject { ["resume"] = (string)first["resume"]! });
        Assert.Equal(client.Id, (string?)again["conversationId"]);
        var later = new DirectLineClient(host.Http, (string)again["token"]!) { Id = client.Id };
        Assert.Contains(
            await later.Poll(),
            reply => reply.Activity.GetProperty("text").GetString() == "my back is a little sore"
        );
    }

    [Theory]
    [InlineData("""{"resume":"nonsense"}""", HttpStatusCode.Gone)]
    [InlineData("""{"link":"aaaaaaaa-bbbbbbbb"}""", HttpStatusCode.Gone)]
    [InlineData("""{"link":"../../etc"}""", HttpStatusCode.Gone)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("""{"resume":"\ud800"}""", HttpStatusCode.BadRequest)]
    public async Task What_is_no_claim_and_no_link_gets_no_token(string body, HttpStatusCode expected)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var response = await host.Http.PostAsync("/chat/token", content);
        Assert.Equal(expected, response.StatusCode);
        Assert.DoesNotContain("Exception", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_a_call_is_no_claim()
    {
        var first = await Token(new JsonObject());
        using var response = await host.Http.PostAsJsonAsync(
            "/chat/token",
            new JsonObject { ["resume"] = (string)first["token"]! }
        );
        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
    }

    private async Task<JsonNode> Token(JsonObject body)
    {
        using var response = await host.Http.PostAsJsonAsync("/chat/token", body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private async Task<int> CompressedSize(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Address();
}
