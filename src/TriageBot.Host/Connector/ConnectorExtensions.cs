using TriageBot.BotFramework.Hosting;
using TriageBot.Host.Configuration;
using TriageBot.Records.Deliveries;

namespace TriageBot.Host.Connector;

internal static class ConnectorExtensions
{
    public static void AddConnector(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => provider.GetRequiredService<HostSettings>().Connector);
        services.AddSingleton<ConnectorGate>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton(provider => new ConnectorClient(
            ConnectorClient.CreateHttpClient(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<IMessageSender, ConnectorSender>();
    }

    public static void MapConnector(this WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<MessagesEndpoint>();
        app.MapPost("/api/messages", (Delegate)endpoint.ReceiveAsync);
    }
}
