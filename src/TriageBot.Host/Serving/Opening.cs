using TriageBot.Host.Configuration;
using TriageBot.Host.Content;
using TriageBot.Host.Storage;

namespace TriageBot.Host.Serving;

/// <summary>What happens between building the host and letting the first request in.</summary>
internal static class Opening
{
    private const string DefaultUrl = "http://localhost:3978";

    /// <summary>Opens the records and says what the operator must know.</summary>
    public static async Task OpenAsync(this WebApplication app, CancellationToken stop)
    {
        if (app.Urls.Count == 0 && string.IsNullOrEmpty(app.Configuration["urls"]))
        {
            app.Urls.Add(DefaultUrl);
        }

        await app.Services.GetRequiredService<OpenRecords>().OpenAsync(stop);
        var settings = app.Services.GetRequiredService<HostSettings>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        Announce(app.Logger, settings, app.Services.GetRequiredService<ClinicalFiles>(), now);
        app.Lifetime.ApplicationStarted.Register(() =>
            app.Logger.LogInformation("Listening on {Urls}", string.Join(", ", app.Urls))
        );
    }

    private static void Announce(ILogger log, HostSettings settings, ClinicalFiles files, DateTimeOffset now)
    {
        if (settings.Storage.InMemory)
        {
            log.LogWarning("The records lie in memory, and end with this process");
        }
        else
        {
            log.LogInformation("The records lie in {Directory}", settings.Storage.Directory);
        }

        foreach (var protocol in files.Protocols.Protocols)
        {
            log.LogInformation(
                "Protocol {Protocol} {Version} ({Status}), {Hash}",
                protocol.Id,
                protocol.Version,
                protocol.Review.Status,
                protocol.Hash[..12]
            );
        }

        var today = TimeZoneInfo.ConvertTime(now, settings.Organization.TimeZone).Date;
        foreach (var overdue in files.Overdue(DateOnly.FromDateTime(today)))
        {
            log.LogWarning(
                "The clinical review of protocol {Protocol} was due on {Due}; have it reviewed",
                overdue.Id,
                overdue.Review.ReviewDue
            );
        }

        foreach (var draft in files.Drafts)
        {
            log.LogWarning("Protocol {Protocol} is a draft: no clinician has signed it", draft.Id);
        }

        if (!settings.Cases.ReachANurse)
        {
            log.LogWarning(
                "Cases reach nobody, so no text promises a call. Set Cases:Webhook:Url and Cases:Webhook:Secret, or "
                    + "Cases:Watched=true where a nurse watches 'triagebot cases'"
            );
        }
    }
}
