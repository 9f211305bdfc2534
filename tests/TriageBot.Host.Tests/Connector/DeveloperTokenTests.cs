using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests.Connector;

/// <summary>The Emulator and the Agents Playground sign in with the bot's own id and secret.</summary>
public sealed class DeveloperTokenTests(RegisteredHost registered) : IClassFixture<RegisteredHost>
{
    private const string OlderTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    private const string NewerTenant = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

    private Token First => Made($"https://sts.windows.net/{NewerTenant}/", "1.0", "appid", TokenIssuer.AppId);

    [Theory]
    [InlineData($"https://sts.windows.net/{OlderTenant}/", "1.0", "appid")]
    [InlineData($"https://sts.windows.net/{NewerTenant}/", "1.0", "appid")]
    [InlineData($"https://sts.windows.net/{TokenIssuer.Tenant}/", "1.0", "appid")]
    [InlineData($"https://login.microsoftonline.com/{OlderTenant}/v2.0", "2.0", "azp")]
    [InlineData($"https://login.microsoftonline.com/{NewerTenant}/v2.0", "2.0", "azp")]
    [InlineData($"https://login.microsoftonline.com/{TokenIssuer.Tenant}/v2.0", "2.0", "azp")]
    public async Task The_holder_of_the_bots_secret_comes_in(string issuer, string version, string claim)
    {
        var activity = registered.Message(channelId: "emulator");
        using var response = await registered.Post(activity, Made(issuer, version, claim, TokenIssuer.AppId));
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("1.0", "azp")]
    [InlineData("2.0", "appid")]
    [InlineData("3.0", "azp")]
    [InlineData("", "appid")]
    public async Task The_holder_is_named_where_the_tokens_version_says(string version, string claim) =>
        await registered.IsRefused(
            403,
            registered.Message(),
            First with
            {
                Claims = new() { ["ver"] = version, [claim] = TokenIssuer.AppId },
            }
        );

    [Fact]
    public async Task Another_bots_holder_is_refused() =>
        await registered.IsRefused(
            403,
            registered.Message(),
            First with
            {
                Claims = new() { ["ver"] = "1.0", ["appid"] = "another-bot" },
            }
        );

    [Theory]
    [InlineData("https://api.botframework.com")]
    [InlineData("another-bot")]
    public async Task A_token_that_the_bot_showed_to_somebody_does_not_come_back_as_its_holder(string audience) =>
        await registered.IsRefused(403, registered.Message(), First with { Audience = audience });

    [Theory]
    [InlineData("https://sts.windows.net/11111111-2222-3333-4444-555555555555/")]
    [InlineData("https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0")]
    [InlineData("https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0")]
    public async Task Another_tenant_is_refused(string issuer) =>
        await registered.IsRefused(401, registered.Message(), First with { Issuer = issuer });

    [Fact]
    public async Task Replies_go_only_where_nobody_reads_the_bots_token_on_the_way()
    {
        var activity = registered.Message();
        activity["serviceUrl"] = "http://evil.example.com/";
        await registered.IsRefused(403, activity, First);
    }

    private Token Made(string issuer, string version, string claim, string holder) =>
        registered.Token with
        {
            Issuer = issuer,
            ServiceUrl = null,
            Claims = new() { ["ver"] = version, [claim] = holder },
        };
}
