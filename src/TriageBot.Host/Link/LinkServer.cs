using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using TriageBot.BotFramework.Hosting;
using TriageBot.Host.Configuration;
using TriageBot.Host.Connector;

namespace TriageBot.Host.Link;

/// <summary>
/// Listens for verbs on a loopback port of its own, so that no address that the host serves to others leads here. The
/// caller shows a token from a file that only the host's user can read.
/// </summary>
internal sealed class LinkServer(IHostWork work, HostSettings settings) : IHostedService, IAsyncDisposable
{
    private readonly string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    private WebApplication? app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(ServeAsync);
        await app.StartAsync(cancellationToken);

        var server = app.Services.GetRequiredService<IServer>();
        var address = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        new LinkFile(new Uri(address), token).Write(settings.Storage.Directory);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (app is not null)
        {
            File.Delete(LinkFile.In(settings.Storage.Directory));
            await app.StopAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task ServeAsync(HttpContext context)
    {
        if (!ConnectorGate.IsFromThisMachine(context) || !ShowsToken(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var stop = context.RequestAborted;
        var request = await context.Request.ReadFromJsonAsync<LinkRequest>(stop);
        await context.Response.WriteAsJsonAsync(await DoAsync(request!, stop), stop);
    }

    private async Task<object?> DoAsync(LinkRequest request, CancellationToken stop) =>
        request.Do switch
        {
            nameof(IHostWork.ListAsync) => await work.ListAsync(request.OpenOnly, stop),
            nameof(IHostWork.ReadAsync) => await work.ReadAsync(request.Case, request.Name, stop),
            nameof(IHostWork.AcknowledgeAsync) => await work.AcknowledgeAsync(request.Case, request.Name, stop),
            nameof(IHostWork.CloseAsync) => await work.CloseAsync(request.Case, request.Name, request.Outcome, stop),
            nameof(IHostWork.SayAsync) => await work.SayAsync(
                BotJson.ReadActivity(request.Activity!),
                request.Protocol,
                stop
            ),
            nameof(IHostWork.ReadSinceAsync) => await work.ReadSinceAsync(
                request.Conversation,
                request.Watermark,
                stop
            ),
            nameof(IHostWork.EnrolAsync) => await work.EnrolAsync(request.Fields!, request.Name, stop),
            nameof(IHostWork.EnrolFileAsync) => await work.EnrolFileAsync(request.Csv!, request.Name, stop),
            nameof(IHostWork.RevokeLinkAsync) => await work.RevokeLinkAsync(request.Code!, request.Name, stop),
            nameof(IHostWork.RecordAsync) => await work.RecordAsync(request.Conversation, request.Name, stop),
            _ => throw new JsonException($"There is no work called {request.Do}."),
        };

    private bool ShowsToken(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()),
            Encoding.UTF8.GetBytes($"Bearer {token}")
        );
}
