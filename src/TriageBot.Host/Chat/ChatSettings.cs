using TriageBot.Host.Configuration;

namespace TriageBot.Host.Chat;

/// <summary>How the patient's page is offered.</summary>
/// <param name="EmbeddedBy">Origins of portals that may show the page in a frame; none by default.</param>
internal sealed record ChatSettings(IReadOnlyList<string> EmbeddedBy)
{
    private const string Section = "Chat";

    public static ChatSettings Read(SettingsReader settings)
    {
        settings.RejectOtherKeys(Section, "EmbeddedBy");
        var origins = (settings.Optional($"{Section}:EmbeddedBy") ?? "").Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
        foreach (var origin in origins.Where(origin => !IsOrigin(origin)))
        {
            settings.Report(
                $"{Section}:EmbeddedBy",
                "must be origins with a blank between them, as https://portal.example.org"
            );
        }

        return new ChatSettings(origins);
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && text == uri.GetLeftPart(UriPartial.Authority);
}
