using System.CommandLine;
using TriageBot.Host.Storage;
using TriageBot.Records.Storage;

namespace TriageBot.Host.Commands;

/// <summary><c>restore</c>: puts a backup in the place of the records.</summary>
internal static class RestoreCommand
{
    public static Command Make(string[] settings, Streams io)
    {
        var source = new Argument<string>("FILE") { Description = "What 'triagebot backup' wrote" };
        var command = new Command("restore", "Puts a backup in the place of the records, which are kept beside it.")
        {
            source,
        };
        command.SetAction(parsed =>
        {
            var directory = BackupCommand.DirectoryOf(settings);
            using var held =
                DirectoryLock.TryTake(directory)
                ?? throw new RecordsException($"A host runs on {directory}. Stop it before a restore.");
            SqliteDatabase.Restore(Path.GetFullPath(parsed.GetValue(source)!), directory, TimeProvider.System);
            io.Out.WriteLine($"The records in {directory} are those of the backup. Start the host.");
            return 0;
        });
        return command;
    }
}
