using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace TriageBot.Host.Tests.Support;

/// <summary>
/// A channel's connector service that behaves badly on request, and counts what it has taken by activity id, as the
/// patient would see it.
/// </summary>
internal sealed class ConnectorService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Behaviour> script = new();
    private readonly ConcurrentQueue<JsonNode> taken = new();
    private readonly ConcurrentQueue<string> asked = new();
    private readonly TaskCompletionSource closing = new();

    private ConnectorService(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>Called when a request stalls.</summary>
    public Action Stalled { get; set; } = () => { };

    /// <summary>The ids of the activities as they were taken, one for each time.</summary>
    public IReadOnlyList<string> Taken => [.. taken.Select(Id)];

    public IReadOnlyList<string> Texts => [.. taken.Select(activity => (string?)activity["text"] ?? "")];

    /// <summary>The ids of all activities that somebody tried to send.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    public static async Task<ConnectorService> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0))
            .UseShutdownTimeout(TimeSpan.Zero);
        var app = builder.Build();
        var service = new ConnectorService(app);
        app.Run(service.Answer);
        await app.StartAsync();
        service.Address = new Uri(app.Urls.First());
        return service;
    }

    /// <summary>What to do with the next requests, one each; afterwards all is taken.</summary>
    public void Next(params Behaviour[] behaviours) => Array.ForEach(behaviours, script.Enqueue);

    public async ValueTask DisposeAsync()
    {
        closing.TrySetResult();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        var activity = (await JsonNode.ParseAsync(context.Request.Body))!;
        asked.Enqueue(Id(activity));
        switch (script.TryDequeue(out var next) ? next : new Behaviour.Take())
        {
            case Behaviour.Take:
                taken.Enqueue(activity);
                context.Response.StatusCode = 201;
                await context.Response.WriteAsync("{\"id\":\"given\"}");
                break;
            case Behaviour.Refuse { Status: var status, RetryAfter: var wait }:
                context.Response.StatusCode = status;
                context.Response.Headers.RetryAfter = wait;
                break;
            case Behaviour.Stall stall:
                if (stall.Takes)
                {
                    taken.Enqueue(activity);
                }

                // Until the host has given up, or the test is over.
                var givenUp = new TaskCompletionSource();
                await using (context.RequestAborted.Register(givenUp.SetResult))
                {
                    Stalled();
                    await Task.WhenAny(givenUp.Task, closing.Task);
                }

                break;
            case Behaviour.Reset reset:
                if (reset.Takes)
                {
                    taken.Enqueue(activity);
                }

                context.Abort();
                break;
        }
    }

    private static string Id(JsonNode? activity) => (string)activity!["id"]!;
}

/// <summary>What a connector service does with a request.</summary>
internal abstract record Behaviour
{
    public sealed record Take : Behaviour;

    public sealed record Refuse(int Status, string? RetryAfter = null) : Behaviour;

    /// <summary>Never answers while somebody waits.</summary>
    /// <param name="Takes">True where the patient gets it all the same: the answer is what comes too late.</param>
    public sealed record Stall(bool Takes) : Behaviour;

    /// <summary>Cuts the connection after it has read the request.</summary>
    public sealed record Reset(bool Takes) : Behaviour;
}
