using TriageBot.Host.Configuration;

namespace TriageBot.Host.Chat;

internal static class ChatExtensions
{
    public static void AddChat(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => provider.GetRequiredService<HostSettings>().Chat);
        services.AddSingleton<PageFiles>();
        services.AddSingleton<ChatPage>();
        services.AddSingleton<ChatEndpoint>();
    }

    public static void MapChat(this WebApplication app)
    {
        app.MapGet("/chat", (HttpContext context, ChatEndpoint chat) => chat.Show(context));
        app.MapGet(
            "/chat/{build}/{name}",
            (HttpContext context, string build, string name, ChatEndpoint chat) => chat.File(context, build, name)
        );
    }
}
