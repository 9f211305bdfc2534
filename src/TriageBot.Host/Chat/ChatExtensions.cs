using TriageBot.Host.Configuration;
using TriageBot.Host.DirectLine;
using TriageBot.Host.Enrolling;
using TriageBot.Records.Patients;

namespace TriageBot.Host.Chat;

internal static class ChatExtensions
{
    public static void AddChat(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => provider.GetRequiredService<HostSettings>().Chat);
        // A body that is no JSON is the caller's mistake, in Development as well: no trace of it in answer or log.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddSingleton<PageFiles>();
        services.AddSingleton<ChatPage>();
        services.AddSingleton<ChatEndpoint>();
        services.AddSingleton<ChatTokensEndpoint>();
    }

    public static void MapChat(this WebApplication app)
    {
        app.MapGet("/chat", (HttpContext context, ChatEndpoint chat) => chat.Show(context));
        app.MapGet("/p/{code}", ShowByLink);
        app.MapGet(
            "/chat/{build}/{name}",
            (HttpContext context, string build, string name, ChatEndpoint chat) => chat.File(context, build, name)
        );
        app.MapPost(
            "/chat/token",
            (HttpContext context, TokenRequest request, ChatTokensEndpoint tokens) => tokens.GiveAsync(context, request)
        );
        app.MapPost(
            "/chat/earlier",
            (HttpContext context, EarlierRequest request, ChatTokensEndpoint tokens) =>
                tokens.OpenEarlierAsync(context, request)
        );
    }

    // Mail scanners and previews open links: that begins nothing, and shows nothing of the patient.
    private static async Task<IResult> ShowByLink(
        HttpContext context,
        string code,
        ChatEndpoint chat,
        LinkCodes codes,
        PatientRegister register,
        PatientTalks talks
    )
    {
        var stop = context.RequestAborted;
        if (codes.Read(code) is not { } link || await register.FindByLinkAsync(link, stop) is not { } patient)
        {
            // Whoever comes with an old link is still asked how they are.
            return Results.Redirect("/chat");
        }

        return chat.Show(context, new Visitor(code, patient.Language, await talks.AnyAsync(patient.Id, stop)));
    }
}
