using TriageBot.Host.Configuration;

namespace TriageBot.Host.Content;

/// <summary>Where the clinicians' files lie, from <c>Protocols</c>.</summary>
/// <param name="Directory">A copy of <c>dialogs/</c>, or of a part of it: what it lacks is taken from the shipped one.</param>
/// <param name="AllowDraft">True where protocols may run that no clinician has signed.</param>
/// <param name="Prove">False, in Development, where a start is too short for a proof: tests and load programs.</param>
internal sealed record ContentSettings(string Directory, bool AllowDraft, bool Prove)
{
    /// <summary>The files that come with the program.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "dialogs");

    public static ContentSettings Read(SettingsReader settings)
    {
        settings.RejectOtherKeys("Protocols", "Directory", "AllowDraft", "Prove");
        var configured = settings.Optional("Protocols:Directory");
        var directory = configured is null ? Shipped : Path.GetFullPath(configured);
        if (!System.IO.Directory.Exists(directory))
        {
            settings.Report("Protocols:Directory", $"names no directory: {directory} does not exist.");
        }

        var prove = settings.Optional("Protocols:Prove") is null || settings.Flag("Protocols:Prove");
        if (!prove && !settings.IsDevelopment)
        {
            settings.Report("Protocols:Prove", "may be false in Development only.");
        }

        return new ContentSettings(directory, settings.Flag("Protocols:AllowDraft"), prove);
    }
}
