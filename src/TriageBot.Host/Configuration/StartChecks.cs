using TriageBot.Conversation.Phrases;
using TriageBot.Host.Content;

namespace TriageBot.Host.Configuration;

/// <summary>Looks at all that can be wrong before the first patient writes, and refuses to begin with all of it at once.</summary>
internal static class StartChecks
{
    /// <exception cref="StartRefusedException">With every problem of the settings and every defect of the files.</exception>
    public static (HostSettings Settings, ClinicalFiles Files) Pass(
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        var reader = new SettingsReader(configuration, environment);
        var settings = HostSettings.Read(reader);
        if (!Directory.Exists(settings.Content.Directory))
        {
            throw new StartRefusedException(reader.Problems);
        }

        var files = ClinicalFiles.Read(settings.Content.Directory);
        CheckDrafts(reader, settings, files);
        if (settings.Organization.Language is { Length: > 0 } language && !files.Phrases.Speaks(language))
        {
            reader.Report("Organization:Language", $"must be one of: {string.Join(", ", files.Phrases.Languages)}.");
        }

        var problems = reader.Problems.Concat(files.Defects.Select(defect => defect.ToString())).ToList();
        if (problems.Count == 0)
        {
            problems.AddRange(
                InstructionTexts.Mistakes(files.Phrases, files.Protocols.Protocols, settings.Organization)
            );
        }

        return problems.Count == 0 ? (settings, files) : throw new StartRefusedException(problems);
    }

    private static void CheckDrafts(SettingsReader reader, HostSettings settings, ClinicalFiles files)
    {
        if (reader.IsDevelopment || settings.Content.AllowDraft)
        {
            return;
        }

        foreach (var draft in files.Drafts)
        {
            reader.Report(
                "Protocols:AllowDraft",
                $"must be true to run '{draft.Id}' {draft.Version}, which no clinician has signed. Better: have it signed."
            );
        }
    }
}
