using Microsoft.Extensions.Logging.Console;

namespace TriageBot.Host.Configuration;

/// <summary>Begins a program: settings from file, environment and command line, and logs that hold no text of a patient.</summary>
internal static class Builders
{
    /// <summary>For the host that listens.</summary>
    /// <param name="settings">Arguments such as <c>--Records:Directory=/srv/triagebot</c>.</param>
    /// <param name="environment">"Development" or "Production"; null for what the process was started in.</param>
    public static WebApplicationBuilder ForServing(string[] settings, string? environment = null)
    {
        // Without what this host is never behind or in front of: IIS, HTTP/3, assets of web libraries.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                Args = Once(settings),
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = environment ?? EnvironmentName,
            }
        );
        Log(builder.Logging, LogLevel.Information, LogLevel.None);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(options => options.AddServerHeader = false);
        return builder;
    }

    /// <summary>For a verb that works and ends. Its own output is what it is for, so logs go to standard error.</summary>
    public static HostApplicationBuilder ForVerb(string[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings
            {
                Args = Once(settings),
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = EnvironmentName,
            }
        );
        Log(builder.Logging, LogLevel.Warning, LogLevel.Trace);
        return builder;
    }

    private static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? Environments.Production;

    // Settings are checked at the start, so a change in the middle of a run would go unchecked.
    private static string[] Once(string[] settings) => ["--hostBuilder:reloadConfigOnChange=false", .. settings];

    private static void Log(ILoggingBuilder logging, LogLevel least, LogLevel toError)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
            options.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = toError);
        logging.SetMinimumLevel(least);
        logging.AddFilter("Microsoft", LogLevel.Warning);
    }
}
