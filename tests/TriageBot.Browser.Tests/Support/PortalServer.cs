using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace TriageBot.Browser.Tests.Support;

/// <summary>A hospital's portal: another origin, with a page that embeds Web Chat.</summary>
internal sealed class PortalServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private PortalServer(WebApplication app) => this.app = app;

    public string Origin => app.Urls.First();

    public static async Task<PortalServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var webChat = Path.Combine(NodeClient.Folder, "node_modules", "botframework-webchat", "dist");
        Serve(app, "/webchat", webChat);
        Serve(app, "", Path.Combine(AppContext.BaseDirectory, "Pages"));
        await app.StartAsync();
        return new PortalServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static void Serve(WebApplication app, string path, string folder) =>
        app.UseStaticFiles(
            new StaticFileOptions { RequestPath = path, FileProvider = new PhysicalFileProvider(folder) }
        );
}
