namespace TriageBot.Host.Link;

internal static class LinkExtensions
{
    public static void AddHostWork(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton<IHostWork, WorkHere>();

    /// <summary>Lets verbs of this machine work through this host.</summary>
    public static void AddLink(this IHostApplicationBuilder builder) => builder.Services.AddHostedService<LinkServer>();
}
