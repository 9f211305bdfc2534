using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using TriageBot.Host.Configuration;
using TriageBot.Host.Storage;
using TriageBot.Records.Storage;

namespace TriageBot.Host.Commands;

/// <summary><c>backup</c>: a whole copy of the records, while the host goes on.</summary>
internal static class BackupCommand
{
    public static Command Make(string[] settings, Streams io)
    {
        var target = new Argument<string?>("FILE")
        {
            Description = "Default: a file named for the time, under backups/ in the data directory",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("backup", "Writes a whole copy of the records, while the host goes on.") { target };
        command.SetAction(
            async (parsed, stop) =>
            {
                var clock = TimeProvider.System;
                var directory = DirectoryOf(settings);
                var file = parsed.GetValue(target) is { } chosen
                    ? Path.GetFullPath(chosen)
                    : Path.Combine(directory, "backups", NameAt(clock.GetUtcNow()));
                Refuse(directory, file);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await using var database = new SqliteDatabase(directory, clock, NullLogger<SqliteDatabase>.Instance);
                await database.BackUpAsync(file, stop);
                await io.Out.WriteLineAsync(file);
                return 0;
            }
        );
        return command;
    }

    /// <exception cref="StartRefusedException">The setting is wrong.</exception>
    public static string DirectoryOf(string[] settings)
    {
        var builder = Builders.ForVerb(settings);
        var reader = new SettingsReader(builder.Configuration, builder.Environment);
        var storage = StorageSettings.Read(reader);
        return reader.Problems.Count == 0 ? storage.Directory : throw new StartRefusedException(reader.Problems);
    }

    private static void Refuse(string directory, string file)
    {
        if (!File.Exists(Path.Combine(directory, SqliteDatabase.FileName)))
        {
            throw new RecordsException($"There are no records in {directory}. Set Records:Directory.");
        }

        if (File.Exists(file))
        {
            throw new RecordsException($"{file} exists. Choose another name: a backup is never overwritten.");
        }
    }

    private static string NameAt(DateTimeOffset now) =>
        $"records-{now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.db";
}
