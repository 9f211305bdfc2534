using TriageBot.BotFramework.Hosting;
using TriageBot.Host.Cases;
using TriageBot.Host.Configuration;

namespace TriageBot.Host.Webhook;

internal static class WebhookExtensions
{
    /// <summary>Sends news of cases where an address is configured.</summary>
    public static void AddWebhook(this IHostApplicationBuilder builder)
    {
        if (CaseSettings.Read(new SettingsReader(builder.Configuration, builder.Environment)).Webhook is { } target)
        {
            builder.Services.AddSingleton(provider => new WebhookClient(
                target,
                ConnectorClient.CreateHttpClient(),
                provider.GetRequiredService<TimeProvider>()
            ));
            builder.Services.AddHostedService<WebhookSender>();
        }
    }
}
