using TriageBot.Host.Configuration;
using TriageBot.Records.Storage;

namespace TriageBot.Host.Storage;

/// <summary>Where the records lie, from <c>Records</c>.</summary>
internal sealed record StorageSettings(string Directory)
{
    public static StorageSettings Read(SettingsReader settings)
    {
        settings.RejectOtherKeys("Records", "Provider", "Directory");
        if (settings.Optional("Records:Provider") is { } provider && provider != "Sqlite")
        {
            settings.Report("Records:Provider", "must be Sqlite: this version keeps its records in one file.");
        }

        return new StorageSettings(ReadDirectory(settings));
    }

    private static string ReadDirectory(SettingsReader settings)
    {
        try
        {
            return RecordsDirectory.Choose(
                settings.Optional("Records:Directory"),
                Environment.GetEnvironmentVariable("STATE_DIRECTORY"),
                Environment.CurrentDirectory
            );
        }
        catch (RecordsException problem)
        {
            settings.Report("Records:Directory", problem.Message);
            return "";
        }
    }
}
