namespace TriageBot.Host.Connector;

/// <summary>Where one of Microsoft's clouds keeps what a bot needs to trust it and to be trusted.</summary>
/// <param name="ChannelIssuer">Who signs for channels: <c>iss</c> of the Bot Connector's tokens.</param>
/// <param name="ChannelMetadata">The OpenID document with that signer's keys.</param>
/// <param name="DeveloperMetadata">The OpenID document with the keys behind the Emulator's and the Playground's tokens.</param>
/// <param name="Login">Where identities sign in, without a tenant.</param>
/// <param name="BotTenant">The tenant that multi-tenant bots share.</param>
/// <param name="BotTenantIds">The ids of that tenant, the older and the newer.</param>
/// <param name="Scope">What a token to channels is asked for.</param>
internal sealed record Cloud(
    string ChannelIssuer,
    Uri ChannelMetadata,
    Uri DeveloperMetadata,
    Uri Login,
    string BotTenant,
    IReadOnlyList<string> BotTenantIds,
    string Scope
)
{
    /// <summary>The value of <c>ChannelService</c> that chooses <see cref="UsGovernment"/>.</summary>
    public const string UsGovernmentService = "https://botframework.azure.us";

    public static Cloud Public { get; } =
        new(
            "https://api.botframework.com",
            new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
            new Uri("https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration"),
            new Uri("https://login.microsoftonline.com/"),
            "botframework.com",
            ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"],
            "https://api.botframework.com/.default"
        );

    public static Cloud UsGovernment { get; } =
        new(
            "https://api.botframework.us",
            new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
            new Uri(
                "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration"
            ),
            new Uri("https://login.microsoftonline.us/"),
            "MicrosoftServices.onmicrosoft.us",
            ["cab8a31a-1906-4287-a0d8-4eef66b95f6e"],
            "https://api.botframework.us/.default"
        );

    /// <summary>Who may sign for a developer's tool: the bots' tenant and the bot's own, in both forms of a token.</summary>
    public IReadOnlySet<string> DeveloperIssuers(string? ownTenant) =>
        BotTenantIds
            .Concat(ownTenant is null ? [] : [ownTenant])
            .SelectMany(tenant => new[] { $"https://sts.windows.net/{tenant}/", $"{Login}{tenant}/v2.0" })
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
