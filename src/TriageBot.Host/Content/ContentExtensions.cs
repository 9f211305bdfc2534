using TriageBot.Conversation;
using TriageBot.Host.Configuration;

namespace TriageBot.Host.Content;

internal static class ContentExtensions
{
    /// <summary>Checks settings and clinical files, and offers them to all rooms.</summary>
    /// <exception cref="StartRefusedException">Something is wrong with them.</exception>
    public static HostSettings AddContent(this IHostApplicationBuilder builder)
    {
        var (settings, files) = StartChecks.Pass(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(files);
        builder.Services.AddSingleton<OlderProtocols>();
        builder.Services.AddSingleton(services => new TriageContent(
            files.Protocols.Protocols,
            files.Phrases,
            files.Reader(),
            settings.Organization
        )
        {
            OlderProtocol = services.GetRequiredService<OlderProtocols>().Find,
            HandoffChannels = settings.Handoff.Channels,
        });
        return settings;
    }

    /// <summary>Proves the protocols while the host serves.</summary>
    public static void AddProof(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ProvingProtocols>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ProvingProtocols>());
    }
}
