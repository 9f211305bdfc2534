using System.CommandLine;
using System.Text.Json;
using TriageBot.Conversation.Phrases;
using TriageBot.Host.Comparisons;
using TriageBot.Host.Content;
using TriageBot.Protocols;
using TriageBot.Protocols.Proofs;
using TriageBot.Protocols.Reading;
using TriageBot.Protocols.Routes;
using Route = TriageBot.Protocols.Routes.Route;

namespace TriageBot.Host.Commands;

/// <summary><c>diff OLD NEW</c>: what changes for patients between two versions of the protocols.</summary>
internal static class DiffCommand
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static Command Make(Streams io)
    {
        var old = new Argument<string>("OLD") { Description = "A protocol file, or a folder with protocols" };
        var @new = new Argument<string>("NEW") { Description = "Likewise" };
        var json = new Option<bool>("--json") { Description = "Writes JSON" };
        var recorded = RecordedDiff.Option();
        var command = new Command(
            "diff",
            "Lists the answers that lead elsewhere in the new version; exit code 0 where there are none, else 1."
        )
        {
            old,
            @new,
            json,
            recorded,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var (before, after) = (Load(parsed.GetValue(old)!), Load(parsed.GetValue(@new)!));
                var pairs = Pairs(before, after);
                var changes = parsed.GetValue(recorded) is { } directory
                    ? await RecordedOutcomes.CompareAsync(Path.GetFullPath(directory), pairs, stop)
                    : null;
                return Compare(pairs, changes, parsed.GetValue(json), io);
            }
        );
        return command;
    }

    /// <exception cref="InvalidDataException">There is nothing, or it has mistakes.</exception>
    private static List<Protocol> Load(string place)
    {
        var path = Path.GetFullPath(place);
        var isFile = File.Exists(path);
        if (!isFile && !Directory.Exists(path))
        {
            throw new InvalidDataException($"{place} is neither a protocol file nor a folder.");
        }

        var (library, defects) = ProtocolLibrary.Read(
            isFile ? Path.GetDirectoryName(path)! : DialogFiles.In(path).Protocols
        );
        var name = Path.GetFileNameWithoutExtension(path);
        var chosen = library.Protocols.Where(protocol => !isFile || protocol.Id == name).ToList();
        return defects.IsEmpty && chosen.Count > 0
            ? chosen
            : throw new InvalidDataException(
                $"{place} cannot be compared.{string.Concat(defects.Select(d => $"{Environment.NewLine}{d}"))}"
            );
    }

    /// <summary>Two files are compared whatever they are called; of two folders, what has the same id.</summary>
    private static List<(Protocol Old, Protocol New)> Pairs(List<Protocol> old, List<Protocol> @new) =>
        old.Count == 1 && @new.Count == 1
            ? [(old[0], @new[0])]
            : [.. old.Join(@new, p => p.Id, p => p.Id, (first, second) => (first, second))];

    private static int Compare(
        List<(Protocol Old, Protocol New)> pairs,
        RecordedChanges? recorded,
        bool json,
        Streams io
    )
    {
        if (pairs.Count == 0)
        {
            throw new InvalidDataException("The two folders have no protocol in common; name a file of each.");
        }

        var defects = new List<Defect>();
        var phrases = PhraseLibrary.Read(DialogFiles.In(ContentSettings.Shipped).Phrases, [], defects).In("en");
        var compared = pairs.ConvertAll(pair => (pair.Old, pair.New, Changes: Comparison.Of(pair.Old, pair.New)));
        if (json)
        {
            var shapes = compared.Select(c => Shape(c.Old, c.New, c.Changes));
            object shape = recorded is null
                ? shapes
                : new { protocols = shapes, recorded = RecordedDiff.Shape(recorded) };
            io.Out.WriteLine(JsonSerializer.Serialize(shape, Json));
        }
        else
        {
            compared.ForEach(c => Write(c.Old, c.New, c.Changes, phrases, io));
            if (recorded is not null)
            {
                RecordedDiff.Tell(recorded, io);
            }
        }

        return compared.TrueForAll(c => c.Changes.Moves.IsEmpty) ? 0 : 1;
    }

    private static void Write(Protocol old, Protocol @new, Comparison changes, PhraseBook phrases, Streams io)
    {
        io.Out.WriteLine($"{old.Id} {old.Version} ({old.Hash[..12]}) → {@new.Id} {@new.Version} ({@new.Hash[..12]})");
        foreach (var (what, ids) in new[] { ("new", changes.Added), ("gone", changes.Removed) })
        {
            if (!ids.IsEmpty)
            {
                io.Out.WriteLine($"  {what}: {string.Join(", ", ids)}");
            }
        }

        foreach (var move in changes.Moves)
        {
            io.Out.WriteLine(
                $"  {move.Classes} classes of answers move from {Name(move.From)} to {Name(move.To)}, for example:"
            );
            foreach (var line in ExampleTalk.Of(@new, phrases, move.Example))
            {
                io.Out.WriteLine($"      {line}");
            }
        }

        io.Out.WriteLine($"  {changes.Changed} of {changes.Ways} check-ins end differently.");
    }

    private static object Shape(Protocol old, Protocol @new, Comparison changes) =>
        new
        {
            old = new
            {
                id = old.Id,
                version = old.Version,
                hash = old.Hash,
            },
            @new = new
            {
                id = @new.Id,
                version = @new.Version,
                hash = @new.Hash,
            },
            added = changes.Added,
            removed = changes.Removed,
            changed = changes.Changed.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ways = changes.Ways.ToString(System.Globalization.CultureInfo.InvariantCulture),
            moves = changes.Moves.Select(move => new
            {
                from = Name(move.From),
                to = Name(move.To),
                classes = move.Classes,
                example = move.Example.Select(turn => turn.ToString()),
            }),
        };

    private static string Name(Disposition disposition) =>
        disposition.Route switch
        {
            Route.Emergency => "emergency",
            Route.Callback => $"callback {disposition.Within!.Value.TotalHours:0.##}h",
            _ => "self-care",
        };
}
