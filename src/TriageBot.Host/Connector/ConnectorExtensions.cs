using Microsoft.IdentityModel.Protocols;
using TriageBot.BotFramework.Hosting;
using TriageBot.Host.Configuration;
using TriageBot.Host.Connector.Login;
using TriageBot.Host.Connector.Tokens;
using TriageBot.Records.Deliveries;

namespace TriageBot.Host.Connector;

internal static class ConnectorExtensions
{
    public static void AddConnector(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => provider.GetRequiredService<HostSettings>().Connector);
        services.AddSingleton(provider => new ConnectorGate(
            provider.GetRequiredService<ConnectorSettings>(),
            provider.GetRequiredService<ILogger<ConnectorGate>>(),
            MakeTokenCheck(provider)
        ));
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton(provider => new ConnectorClient(
            ConnectorClient.CreateHttpClient(MakeLogin(provider)),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<IMessageSender, ConnectorSender>();
    }

    private static BearerHandler? MakeLogin(IServiceProvider provider) =>
        provider.GetRequiredService<ConnectorSettings>().Registration is { } registration
            ? new BearerHandler(
                new BotTokens(
                    LoginOf(registration),
                    provider.GetRequiredService<TimeProvider>(),
                    provider.GetRequiredService<ILogger<BotTokens>>()
                )
            )
            : null;

    private static IBotLogin LoginOf(Registration registration) =>
        registration.Type is AppType.UserAssignedMSI
            ? new ManagedIdentityLogin(registration)
            : new SecretLogin(registration);

    private static TokenCheck? MakeTokenCheck(IServiceProvider provider)
    {
        if (provider.GetRequiredService<ConnectorSettings>().Registration is not { } registration)
        {
            return null;
        }

        var clock = provider.GetRequiredService<TimeProvider>();
        var log = provider.GetRequiredService<ILogger<SigningKeys>>();
        var http = ConnectorClient.CreateHttpClient();
        return new TokenCheck(
            registration,
            KeysAt(registration.Cloud.ChannelMetadata),
            KeysAt(registration.Cloud.DeveloperMetadata),
            clock
        );

        // Without TLS only this machine's addresses pass the settings.
        SigningKeys KeysAt(Uri metadata) =>
            new(
                metadata,
                new HttpDocumentRetriever(http) { RequireHttps = metadata.Scheme == Uri.UriSchemeHttps },
                clock,
                log
            );
    }

    public static void MapConnector(this WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<MessagesEndpoint>();
        app.MapPost("/api/messages", (Delegate)endpoint.ReceiveAsync);
    }
}
