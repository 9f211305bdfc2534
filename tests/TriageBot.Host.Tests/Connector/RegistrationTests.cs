using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TriageBot.Host.Configuration;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests.Connector;

/// <summary>What each kind of registration needs is asked for at the start.</summary>
public sealed class RegistrationTests
{
    [Theory]
    [InlineData("MicrosoftAppPassword is missing", "--MicrosoftAppId=1")]
    [InlineData("MicrosoftAppTenantId is missing", "--MicrosoftAppId=1", "--MicrosoftAppType=SingleTenant")]
    [InlineData("MicrosoftAppPassword is missing", "--MicrosoftAppId=1", "--MicrosoftAppType=SingleTenant")]
    [InlineData("MicrosoftAppTenantId is missing", "--MicrosoftAppId=1", "--MicrosoftAppType=UserAssignedMSI")]
    [InlineData(
        "MicrosoftAppPassword is set",
        "--MicrosoftAppId=1",
        "--MicrosoftAppType=userassignedmsi",
        "--MicrosoftAppPassword=swordfish"
    )]
    [InlineData("MicrosoftAppType must be", "--MicrosoftAppId=1", "--MicrosoftAppType=Tenant")]
    [InlineData("MicrosoftAppId is missing", "--MicrosoftAppPassword=swordfish")]
    [InlineData("MicrosoftAppId is missing", "--MicrosoftAppType=SingleTenant")]
    [InlineData("ChannelService must be", "--MicrosoftAppId=1", "--ChannelService=https://swordfish.example.com")]
    [InlineData(
        "ToBotFromChannelOpenIdMetadataUrl must begin with https://",
        "--MicrosoftAppId=1",
        "--ToBotFromChannelOpenIdMetadataUrl=http://swordfish.example.com/"
    )]
    [InlineData(
        "MicrosoftAppCertificatePath must name",
        "--MicrosoftAppId=1",
        "--MicrosoftAppCertificatePath=/swordfish.pfx"
    )]
    [InlineData(
        "MicrosoftAppPassword and",
        "--MicrosoftAppId=1",
        "--MicrosoftAppPassword=swordfish",
        "--MicrosoftAppCertificatePath=/swordfish.pfx"
    )]
    public async Task What_is_missing_or_too_much_is_said_without_the_secret(string problem, params string[] settings)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestHost.StartAsync(settings: settings));
        Assert.Contains(refused.Problems, said => said.StartsWith(problem, StringComparison.Ordinal));
        Assert.DoesNotContain("swordfish", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_of_the_shared_tenant_needs_an_id_and_a_secret()
    {
        await using var host = await TestHost.StartAsync(
            environment: "Production",
            settings: [.. Production.Settings, "--MicrosoftAppId=1", "--MicrosoftAppPassword=swordfish"]
        );
        using var response = await host.Http.GetAsync("/readyz");
        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_bot_may_sign_in_with_a_certificate()
    {
        using var directory = new TempDirectory();
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch.AddYears(50),
            DateTimeOffset.UnixEpoch.AddYears(80)
        );
        var path = Path.Combine(directory.Path, "bot.pfx");
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, "open"));

        await using var issuer = await TokenIssuer.StartAsync();
        await using var channel = await FakeServer.StartAsync();
        await using var host = await TestHost.StartAsync(
            settings:
            [
                .. issuer.Settings.Where(setting => !setting.Contains("Password", StringComparison.Ordinal)),
                $"--MicrosoftAppCertificatePath={path}",
                "--MicrosoftAppCertificatePassword=open",
            ]
        );
        await PushedMessage.Send(host, issuer, channel.Address, "my chest hurts");
        await Until.True(() => channel.Received.Count > 0, "a reply arrives");
        Assert.Equal($"Bearer {TokenIssuer.BotToken(1)}", channel.Received[0].Headers["Authorization"]);
        Assert.True(issuer.LastLogin.ContainsKey("client_assertion"));
    }
}
