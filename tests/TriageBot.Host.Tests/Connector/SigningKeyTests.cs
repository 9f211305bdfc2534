using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests.Connector;

/// <summary>How the issuer's keys are read and kept.</summary>
public sealed class SigningKeyTests : IAsyncLifetime
{
    private readonly RegisteredHost registered = new();

    private TokenIssuer Issuer => registered.Issuer;

    public Task InitializeAsync() => registered.InitializeAsync();

    public Task DisposeAsync() => registered.DisposeAsync();

    [Fact]
    public async Task Many_calls_at_the_start_read_the_keys_once()
    {
        var calls = Enumerable.Range(0, 16).Select(_ => Status(registered.Token)).ToList();
        Assert.All(await Task.WhenAll(calls), status => Assert.Equal(200, status));
        Assert.Equal(1, Issuer.KeysRead);
    }

    [Fact]
    public async Task A_new_key_is_found_by_reading_once_more()
    {
        Assert.Equal(200, await Status(registered.Token));
        Issuer.Publish(IssuerKey.Make("second", "webchat"));
        Assert.Equal(200, await Status(registered.Token));
        Assert.Equal(2, Issuer.KeysRead);
    }

    [Fact]
    public async Task Made_up_keys_make_the_host_read_at_most_once_a_minute()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(401, await Status(registered.Token with { KeyId = $"made-up-{i}" }));
        }

        Assert.Equal(2, Issuer.KeysRead);
        registered.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(401, await Status(registered.Token with { KeyId = "made-up" }));
        Assert.Equal(3, Issuer.KeysRead);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_read_the_sender_is_asked_to_come_again()
    {
        Issuer.Status = 500;
        await registered.IsRefused(503, registered.Message(), registered.Token);
        Issuer.Status = 200;
        Assert.Equal(503, await Status(registered.Token));
        registered.Host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, await Status(registered.Token));
    }

    [Fact]
    public async Task Known_keys_serve_through_an_outage_of_the_issuer_and_not_for_ever()
    {
        Assert.Equal(200, await Status(registered.Token));
        Issuer.Status = 500;
        registered.Host.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(200, await Status(registered.Token));
        registered.Host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(503, await Status(registered.Token));
    }

    [Fact]
    public async Task After_a_day_the_keys_are_read_again_and_a_withdrawn_one_is_dropped()
    {
        var leaked = Issuer.Key;
        Issuer.Publish(IssuerKey.Make("second", "webchat"));
        Assert.Equal(200, await Status(registered.Token with { Key = leaked, KeyId = leaked.Id }));
        Issuer.Withdraw(leaked);
        registered.Host.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(200, await Status(registered.Token));
        await Until.True(
            async () => await Status(registered.Token with { Key = leaked, KeyId = leaked.Id }) == 401,
            "the withdrawn key is refused"
        );
    }

    [Fact]
    public async Task A_key_without_endorsements_speaks_for_every_channel()
    {
        Issuer.Publish(IssuerKey.Make("plain", null));
        using var response = await registered.Post(registered.Message(channelId: "msteams"), registered.Token);
        Assert.Equal(200, (int)response.StatusCode);
    }

    private async Task<int> Status(Token token)
    {
        using var response = await registered.Post(registered.Message("hello"), token);
        return (int)response.StatusCode;
    }
}
