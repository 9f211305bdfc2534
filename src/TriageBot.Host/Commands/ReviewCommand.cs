using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using TriageBot.Host.Content;
using TriageBot.Host.Reviews;
using TriageBot.Protocols;
using TriageBot.Protocols.Proofs;
using TriageBot.Protocols.Reading;
using TriageBot.Records.Storage;

namespace TriageBot.Host.Commands;

/// <summary><c>review PROTOCOL</c>: the packet that a clinician signs.</summary>
internal static class ReviewCommand
{
    public static Command Make(string[] settings, Streams io)
    {
        var name = GraphCommand.ProtocolArgument();
        var language = GraphCommand.LanguageOption();
        var since = new Option<string?>("--since")
        {
            Description = "The last signed version: a copy of dialogs/, or a version such as 1.0.0 in the records",
        };
        var output = new Option<string?>("--out") { Description = "The file to write. Default: standard output" };
        var command = new Command("review", "Writes the packet that a clinician reads and signs, as one HTML page.")
        {
            name,
            language,
            since,
            output,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var clinical = GraphCommand.Read(settings);
                var protocol = GraphCommand.Find(clinical, parsed.GetValue(name)!);
                var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
                var packet = new ReviewPacket(clinical, protocol, today)
                {
                    Since = parsed.GetValue(since) is { } earlier
                        ? await FindEarlierAsync(earlier, clinical, protocol, settings)
                        : null,
                    Proof = ProofInWords.Of(Proof.OfAll([protocol])[0]),
                };
                var text = packet.Write(GraphCommand.Language(clinical, parsed.GetValue(language)!));
                await GraphCommand.WriteAsync(text, parsed.GetValue(output), io, stop);
                return 0;
            }
        );
        return command;
    }

    private static async Task<EarlierVersion> FindEarlierAsync(
        string since,
        ClinicalFiles clinical,
        Protocol protocol,
        string[] settings
    )
    {
        if (Directory.Exists(since))
        {
            var old = ClinicalFiles.Read(Path.GetFullPath(since));
            if (old.Defects.Count > 0)
            {
                throw new DefectiveDataException(old.Defects);
            }

            var earlier = GraphCommand.Find(old, protocol.Id);
            return new EarlierVersion(
                $"{earlier.Version} ({earlier.Hash[..12]}) in {since}",
                ProtocolInWords.Of(earlier, old.Phrases),
                HasTexts: true
            );
        }

        var kept =
            await FindKeptAsync(since, protocol.Id, BackupCommand.DirectoryOf(settings))
            ?? throw new InvalidDataException(
                $"'{since}' is no directory, and the records hold no version {since} of {protocol.Id}."
            );
        return new EarlierVersion(
            $"{kept.Version} ({kept.Hash[..12]}) in the records",
            [.. ProtocolInWords.Of(kept, clinical.Phrases).Where(item => item.Kind != "text")],
            HasTexts: false
        );
    }

    /// <summary>The text of that version that was kept last.</summary>
    private static async Task<Protocol?> FindKeptAsync(string version, string id, string directory)
    {
        if (!File.Exists(Path.Combine(directory, SqliteDatabase.FileName)))
        {
            return null;
        }

        await using var database = new SqliteDatabase(
            directory,
            TimeProvider.System,
            NullLogger<SqliteDatabase>.Instance
        );
        using var records = database.OpenForReading();
        var row = records
            .ProtocolTexts.Where(text => text.ProtocolId == id && text.Version == version)
            .OrderByDescending(text => text.SavedAt)
            .FirstOrDefault();
        return row is not null && JsonSerializer.Deserialize<SourceText[]>(row.Source) is { } sources
            ? ProtocolLibrary.Read(sources).Library.Find(id)
            : null;
    }
}
