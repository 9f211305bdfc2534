using TriageBot.Host.Configuration;
using TriageBot.Records.Storage;

namespace TriageBot.Host.Storage;

/// <summary>Where the records lie, from <c>Records</c>.</summary>
/// <param name="InMemory">True where they end with the process.</param>
internal sealed record StorageSettings(string Directory, bool InMemory)
{
    // Where the system has one, this is a file system that lies in memory.
    private const string Memory = "/dev/shm";

    public static StorageSettings Read(SettingsReader settings)
    {
        settings.RejectOtherKeys("Records", "Provider", "Directory");
        switch (settings.Optional("Records:Provider"))
        {
            case null or "Sqlite":
                return new StorageSettings(ReadDirectory(settings), InMemory: false);
            case "Memory" when settings.IsDevelopment:
                return new StorageSettings(DirectoryInMemory(), InMemory: true);
            case "Memory":
                settings.Report(
                    "Records:Provider",
                    "must be Sqlite outside Development: what lies in memory is lost with the process."
                );
                break;
            default:
                settings.Report("Records:Provider", "must be Sqlite, or Memory in Development.");
                break;
        }

        return new StorageSettings("", InMemory: false);
    }

    private static string DirectoryInMemory() =>
        Path.Combine(System.IO.Directory.Exists(Memory) ? Memory : Path.GetTempPath(), $"triagebot-{Guid.NewGuid():N}");

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
