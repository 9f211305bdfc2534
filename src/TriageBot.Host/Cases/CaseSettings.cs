using TriageBot.Host.Configuration;

namespace TriageBot.Host.Cases;

/// <summary>How a case reaches a nurse, from <c>Cases</c>.</summary>
/// <param name="Webhook">Where news of cases goes, or null.</param>
/// <param name="Watched">True where somebody has promised to watch the list of cases.</param>
internal sealed record CaseSettings(WebhookTarget? Webhook, bool Watched)
{
    private const int ShortestSecret = 32;

    public bool ReachANurse => Webhook is not null || Watched;

    public static CaseSettings Read(SettingsReader settings)
    {
        settings.RejectOtherKeys("Cases", "Webhook", "Watched");
        settings.RejectOtherKeys("Cases:Webhook", "Url", "Secret");
        if (settings.Optional("Cases:Webhook") is not null)
        {
            settings.Report("Cases:Webhook", "is a section. Set Cases:Webhook:Url and Cases:Webhook:Secret.");
        }

        return new CaseSettings(ReadWebhook(settings), settings.Flag("Cases:Watched"));
    }

    private static WebhookTarget? ReadWebhook(SettingsReader settings)
    {
        var address = settings.Address("Cases:Webhook:Url");
        var secret = settings.Optional("Cases:Webhook:Secret");
        if (address is null)
        {
            if (secret is not null)
            {
                settings.Report("Cases:Webhook:Url", "is missing while a secret is set. Set both or neither.");
            }

            return null;
        }

        if (address.Scheme != Uri.UriSchemeHttps && !(settings.IsDevelopment && address.IsLoopback))
        {
            settings.Report("Cases:Webhook:Url", "must begin with https://: it carries what patients wrote.");
        }

        if (secret is null || secret.Length < ShortestSecret)
        {
            settings.Report(
                "Cases:Webhook:Secret",
                $"must be {ShortestSecret} characters or more, made at random and known to the receiver."
            );
        }

        return new WebhookTarget(address, secret ?? "");
    }
}

/// <param name="Secret">Signs what is sent; shared with the receiver.</param>
internal sealed record WebhookTarget(Uri Url, string Secret)
{
    // A record prints its properties, and this one may end up in a log.
    public override string ToString() => Url.GetLeftPart(UriPartial.Authority);
}
