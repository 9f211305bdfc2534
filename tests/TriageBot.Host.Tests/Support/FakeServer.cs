using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace TriageBot.Host.Tests.Support;

/// <summary>Somebody else's server on loopback: keeps what it is sent, and answers as it is told.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Received> received = new();

    private FakeServer(WebApplication app) => this.app = app;

    /// <summary>The status for the request of that number, from 1.</summary>
    public Func<int, int> Answer { get; set; } = _ => 201;

    /// <summary>What every answer says.</summary>
    public string Body { get; set; } = "{\"id\":\"given\"}";

    public Uri Address => new(app.Urls.First());

    public IReadOnlyList<Received> Received => [.. received];

    public static async Task<FakeServer> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        var server = new FakeServer(app);
        app.Run(server.Take);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        int status;
        lock (received)
        {
            var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
            status = Answer(received.Count + 1);
            received.Enqueue(
                new Received(context.Request.Path, headers, body.ToArray(), status)
                {
                    Query = context.Request.QueryString.ToString(),
                }
            );
        }

        context.Response.StatusCode = status;
        await context.Response.WriteAsync(Body);
    }
}

internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body, int Status)
{
    public string Query { get; init; } = "";
}
