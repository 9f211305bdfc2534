using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Browser.Tests.Support;

/// <summary>A hospital's portal: another origin, with a page that embeds Web Chat.</summary>
internal sealed class PortalServer : IAsyncDisposable
{
    private static readonly Uri Documented = new("http://localhost:3978/");

    private readonly WebApplication app;
    private Uri host = Documented;

    private PortalServer(WebApplication app) => this.app = app;

    public string Origin => app.Urls.First();

    public static async Task<PortalServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var webChat = Path.Combine(NodeClient.Folder, "node_modules", "botframework-webchat", "dist");
        var portal = new PortalServer(app);
        app.Use(portal.ServeSample);
        Serve(app, "/webchat", webChat);
        Serve(app, "/samples/node_modules/botframework-webchat/dist", webChat);
        Serve(app, "", Path.Combine(AppContext.BaseDirectory, "Pages"));
        await app.StartAsync();
        return portal;
    }

    /// <summary>Serves docs/samples as they are, but for the host's address.</summary>
    public void Samples(Uri there) => host = there;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task ServeSample(HttpContext context, RequestDelegate next)
    {
        var file = Path.Combine(Repository.Root, "docs", "samples", Path.GetFileName(context.Request.Path));
        if (!context.Request.Path.StartsWithSegments("/samples") || !File.Exists(file))
        {
            await next(context);
            return;
        }

        var sample = await File.ReadAllTextAsync(file, context.RequestAborted);
        Assert.Contains(Documented.AbsoluteUri, sample, StringComparison.Ordinal);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            sample.Replace(Documented.AbsoluteUri, host.AbsoluteUri, StringComparison.Ordinal),
            context.RequestAborted
        );
    }

    private static void Serve(WebApplication app, string path, string folder) =>
        app.UseStaticFiles(
            new StaticFileOptions { RequestPath = path, FileProvider = new PhysicalFileProvider(folder) }
        );
}
