using System.Collections.Immutable;
using System.Runtime.InteropServices;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Reading;

/// <summary>What lies open while one protocol is read: names defined so far, and checks to make when all is read.</summary>
internal sealed class Desk
{
    private readonly HashSet<(string Kind, string Id)> ids = [];
    private readonly List<Action<Protocol>> later = [];

    public Dictionary<string, decimal> Thresholds { get; } = new(StringComparer.Ordinal);

    /// <summary>The sheet's lines by id.</summary>
    public Dictionary<string, SheetLine> Sheet { get; } = new(StringComparer.Ordinal);

    public List<string> Instructions { get; } = [];

    /// <summary>The finding that the word "each" stands for; null outside of a rule with <c>each</c>.</summary>
    public string? Each { get; set; }

    /// <summary>Puts off a check until the whole protocol is known.</summary>
    public void Later(Action<Protocol> check) => later.Add(check);

    public void Finish(Protocol protocol) => later.ForEach(check => check(protocol));

    /// <summary>Reads a required id and claims it for its kind.</summary>
    public string Id(Node node, string kind)
    {
        var id = node.Text("id", ProtocolCode.MissingKey);
        Claim(node["id"], kind, id);
        return id;
    }

    /// <summary>Notes an id that is not well formed, or taken; an empty one was reported as missing.</summary>
    public void Claim(Node node, string kind, string id)
    {
        if (id.Length == 0)
        {
            return;
        }

        if (!Words.IsId(id))
        {
            node.Report(
                ProtocolCode.WrongId,
                $"the {kind} id '{id}' is not well formed; use small letters, digits and single hyphens"
            );
        }

        if (!ids.Add((kind, id)))
        {
            node.Report(ProtocolCode.DuplicateId, $"there is another {kind} '{id}'; rename or remove one");
        }
    }

    /// <summary>Ids of findings or intents; "each" stands for the rule's finding.</summary>
    public ImmutableArray<string> Observables(Node node)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var item in node.Items)
        {
            var id = item.Scalar == "each" && Each is not null ? Each : item.Scalar ?? "";
            if (Vocabulary.IsObservable(id))
            {
                found.Add(id);
            }
            else
            {
                ReportFinding(item, id);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Ids of findings or facts that a question asks about.</summary>
    public static ImmutableArray<string> Askables(Node node)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var item in node.Items)
        {
            if (item.Scalar is { } id && (Vocabulary.IsObservable(id) || Vocabulary.Facts.Contains(id)))
            {
                found.Add(id);
            }
            else
            {
                ReportFinding(item, item.Scalar ?? "");
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Words of a closed set: the members of an enum, all but its "unknown".</summary>
    public static ImmutableArray<T> Members<T>(Node node, char separator = '_')
        where T : struct, Enum => ImmutableCollectionsMarshal.AsImmutableArray(Found<T>(node, separator));

    public static T Member<T>(Node node, T otherwise, char separator = '_')
        where T : struct, Enum
    {
        var found = Found<T>(node, separator);
        if (node.Items.Count() > 1)
        {
            node.Report(ProtocolCode.WrongValue, "one word stands here, and no list; keep one");
        }

        return found.Length == 0 ? otherwise : found[0];
    }

    // Arrays, because what is generic over an enum is compiled at each start.
    private static T[] Found<T>(Node node, char separator)
        where T : struct, Enum
    {
        var items = node.Items.ToList();
        var (names, values) = (Enum.GetNames<T>(), Enum.GetValues<T>());
        var found = new T[items.Count];
        var count = 0;
        foreach (var item in items)
        {
            var known = Array.FindIndex(names, name => Words.Of(name, separator) == item.Scalar);
            if (known >= 0)
            {
                found[count++] = values[known];
            }
            else
            {
                var choices = string.Join(", ", names.Select(name => Words.Of(name, separator)));
                item.Report(ProtocolCode.WrongValue, $"'{item.Scalar}' is not known here; write one of: {choices}");
            }
        }

        return found[..count];
    }

    private static void ReportFinding(Node node, string id) =>
        node.Report(
            ProtocolCode.UnknownFinding,
            $"'{id}' is no finding; write an id of the vocabulary, such as {Nearest(id)}"
        );

    private static string Nearest(string id) =>
        Vocabulary.Findings.Order(StringComparer.Ordinal).MinBy(known => Edits(known, id))!;

    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}

/// <param name="Text">The line as the sheet prints it.</param>
/// <param name="Place">Where the file quotes it.</param>
/// <param name="IsAlarm">True for a line of the sheet's "Call Your Doctor".</param>
internal sealed record SheetLine(string Text, Node Place, bool IsAlarm);
