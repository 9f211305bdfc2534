using TriageBot.Host.Configuration;

namespace TriageBot.Host.DirectLine;

/// <summary>Who may begin conversations by Direct Line, and from where, from <c>DirectLine</c>.</summary>
/// <param name="Sites">Who holds a secret; none by default, and then only our own page gives out tokens.</param>
/// <param name="Origins">Pages elsewhere that may call from a browser, as <c>https://portal.example.org</c>.</param>
/// <param name="PublicUrl">Where clients reach this host, where a proxy stands before it; null: as they called.</param>
/// <param name="Key">Signs tokens where several hosts must take each other's; null: a key in the data directory.</param>
internal sealed record DirectLineSettings(
    IReadOnlyList<SecretSite> Sites,
    IReadOnlyList<string> Origins,
    Uri? PublicUrl,
    string? Key,
    DirectLineLimits Limits
)
{
    private const string Section = "DirectLine";
    private const int ShortestSecret = 32;

    public static DirectLineSettings Read(SettingsReader settings)
    {
        settings.RejectOtherKeys(Section, "Secrets", "Origins", "PublicUrl", "Key", "Limits");
        return new DirectLineSettings(
            [.. settings.Names($"{Section}:Secrets").Select(name => ReadSite(settings, name))],
            settings.Origins($"{Section}:Origins"),
            settings.Address($"{Section}:PublicUrl"),
            ReadKey(settings),
            DirectLineLimits.Read(settings)
        );
    }

    private static SecretSite ReadSite(SettingsReader settings, string name)
    {
        var key = $"{Section}:Secrets:{name}";
        if (!SecretSite.IsName(name))
        {
            settings.Report(key, "must be named with up to 32 of a-z and 0-9, and not 'chat': that is our own page.");
        }

        var secrets = settings.Several(key);
        if (secrets.Count is 0 or > 2 || secrets.Any(secret => secret.Length < ShortestSecret))
        {
            settings.Report(
                key,
                $"must be a secret of {ShortestSecret} characters or more, made at random; or two while one replaces the "
                    + $"other, as {key}:0 and {key}:1."
            );
        }

        return new SecretSite(name, secrets);
    }

    private static string? ReadKey(SettingsReader settings)
    {
        var key = settings.Optional($"{Section}:Key");
        if (key?.Length < ShortestSecret)
        {
            settings.Report($"{Section}:Key", $"must be {ShortestSecret} characters or more, made at random.");
        }

        return key;
    }

    // A record prints its properties, and this one may end up in a log.
    public override string ToString() => Section;
}
