using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TriageBot.Host.Configuration;

namespace TriageBot.Host.DirectLine;

internal static class DirectLineExtensions
{
    /// <summary>Where the door is. Clients are told of it as their <c>domain</c>.</summary>
    public const string Path = "/v3/directline";

    private const string Pages = "DirectLine";

    /// <summary>Direct Line 3.0, by which web chats talk.</summary>
    public static void AddDirectLine(this IHostApplicationBuilder builder)
    {
        var settings = DirectLineSettings.Read(new SettingsReader(builder.Configuration, builder.Environment));
        var services = builder.Services;
        services.AddSingleton(provider => provider.GetRequiredService<HostSettings>().DirectLine);
        services.TryAddSingleton<ILinkHolders, NoLinkHolders>();
        services.TryAddSingleton<SigningKey>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<Doorkeeper>();
        services.AddSingleton<RequestRates>();
        services.AddSingleton<SocketCounts>();
        services.AddSingleton<StreamSignals>();
        services.AddSingleton<StreamAddresses>();
        services.AddSingleton<ConversationReader>();
        services.AddSingleton<Opener>();
        services.AddSingleton<MessageTaker>();
        services.AddSingleton<TokensEndpoint>();
        services.AddSingleton<ConversationsEndpoint>();
        services.AddSingleton<ActivitiesEndpoint>();
        services.AddSingleton<StreamEndpoint>();
        services.AddCors(cors =>
            cors.AddPolicy(
                Pages,
                policy =>
                    policy
                        .WithOrigins([.. settings.Origins])
                        .WithMethods(HttpMethods.Get, HttpMethods.Post)
                        .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
                        .WithExposedHeaders("Retry-After")
                        .SetPreflightMaxAge(TimeSpan.FromHours(1))
            )
        );
    }

    public static void MapDirectLine(this WebApplication app)
    {
        app.Use(WithCors(app.Services));
        app.UseWebSockets();
        var services = app.Services;
        var tokens = services.GetRequiredService<TokensEndpoint>();
        var conversations = services.GetRequiredService<ConversationsEndpoint>();
        var activities = services.GetRequiredService<ActivitiesEndpoint>();
        var stream = services.GetRequiredService<StreamEndpoint>();

        var door = app.MapGroup(Path)
            .RequireCors(Pages)
            .AddEndpointFilter(services.GetRequiredService<RequestRates>().Filter);
        door.MapPost("/tokens/generate", (Delegate)tokens.GenerateAsync);
        door.MapPost("/tokens/refresh", (Delegate)tokens.RefreshAsync);
        door.MapPost("/conversations", (Delegate)conversations.BeginAsync);
        door.MapGet("/conversations/{id}", conversations.ReturnAsync);
        door.MapPost("/conversations/{id}/activities", activities.PostAsync);
        door.MapGet("/conversations/{id}/activities", activities.GetAsync);
        door.MapPost("/conversations/{id}/upload", activities.UploadAsync);
        door.Map("/conversations/{id}/stream", stream.ConnectAsync);
    }

    // As UseCors does, which first compiles how to call it: that takes longer than all the rest of the pipeline.
    private static Func<RequestDelegate, RequestDelegate> WithCors(IServiceProvider services) =>
        next =>
        {
            var cors = new CorsMiddleware(
                next,
                services.GetRequiredService<ICorsService>(),
                services.GetRequiredService<ILoggerFactory>()
            );
            var policies = services.GetRequiredService<ICorsPolicyProvider>();
            return context => cors.Invoke(context, policies);
        };
}
