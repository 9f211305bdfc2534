using System.Globalization;

namespace TriageBot.Protocols.Reading;

/// <summary>
/// A place in a YAML file that knows its file and line, and notes what is wrong instead of throwing, so that one reading
/// finds all mistakes. A missing or misshapen value yields an empty node and a defect; reading goes on.
/// </summary>
public sealed class Node
{
    /// <summary>A point and no separators: "38,5" is no number here, and not 385.</summary>
    public const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private readonly YamlValue? yaml;
    private readonly List<Defect> defects;

    // Most nodes are texts, of which no key is ever asked.
    private HashSet<string>? asked;

    private Node(string file, int line, YamlValue? yaml, List<Defect> defects)
    {
        File = file;
        Line = line;
        this.yaml = yaml;
        this.defects = defects;
    }

    public string File { get; }

    /// <summary>1-based.</summary>
    public int Line { get; }

    /// <summary>False where the file has nothing here.</summary>
    public bool Exists => yaml is not null and not YamlValue.Scalar { Text: "" or "~" };

    public bool IsMap => yaml is YamlValue.Map;

    public bool IsList => yaml is YamlValue.List;

    /// <summary>The text of a scalar, or null where it is none.</summary>
    public string? Scalar => (yaml as YamlValue.Scalar)?.Text;

    /// <summary>Stands for a file that cannot be read at all.</summary>
    internal static Node Nothing(string file, List<Defect> defects) => new(file, 1, null, defects);

    /// <summary>Reads one document.</summary>
    /// <param name="file">Its name in messages.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="defects">Receives what is wrong, now and while the nodes are read.</param>
    /// <param name="code">The code for "this is not YAML".</param>
    public static Node Parse(string file, string text, List<Defect> defects, string code)
    {
        var document =
            PlainYaml.Read(text)
            ?? FullYaml.Read(text, (line, why) => defects.Add(new Defect(file, Math.Max(line, 1), code, why)));
        return new Node(file, 1, document, defects);
    }

    /// <summary>The value of a key; a node that does not exist where the key is missing.</summary>
    public Node this[string key]
    {
        get
        {
            (asked ??= new HashSet<string>(StringComparer.Ordinal)).Add(key);
            var value = (yaml as YamlValue.Map)?.Find(key);
            return new Node(File, value?.Line ?? Line, value, defects);
        }
    }

    /// <summary>The items of a list; of anything else, the thing itself as the only item; nothing where nothing is.</summary>
    public IEnumerable<Node> Items =>
        yaml is YamlValue.List list ? list.Items.Select(At)
        : Exists ? [this]
        : [];

    /// <summary>The keys and values of a map, in the file's order.</summary>
    public IEnumerable<(string Key, Node Value)> Entries =>
        yaml is YamlValue.Map map
            ? map.Pairs.Select(pair => (pair.Key, new Node(File, pair.KeyLine, pair.Value, defects)))
            : [];

    /// <summary>The texts of a list, or the one text of a scalar; empty texts and nested values are left out.</summary>
    public IEnumerable<string> Texts => Items.Select(item => item.Scalar ?? "").Where(text => text.Length > 0);

    /// <summary>Notes a defect at this place.</summary>
    public void Report(string code, string message) => defects.Add(new Defect(File, Line, code, message));

    /// <summary>A text that must be there; empty, with a defect, where it is not.</summary>
    public string Text(string key, string code)
    {
        var node = this[key];
        if (node.Scalar is { Length: > 0 } text)
        {
            return text;
        }

        node.Report(code, $"'{key}' is missing; write {key}: and a text");
        return "";
    }

    /// <summary>"true" or "false"; <paramref name="otherwise"/> where the key is absent, or holds something else, a defect.</summary>
    public bool Flag(string key, string code, bool otherwise)
    {
        var node = this[key];
        if (!node.Exists)
        {
            return otherwise;
        }

        if (node.Scalar is "true" or "false")
        {
            return node.Scalar == "true";
        }

        node.Report(code, $"'{key}' must be true or false, and is '{node.Scalar}'");
        return otherwise;
    }

    /// <summary>A decimal number with a point, or null with a defect where it is something else; null where it is absent.</summary>
    public decimal? Number(string key, string code)
    {
        var node = this[key];
        if (!node.Exists)
        {
            return null;
        }

        if (decimal.TryParse(node.Scalar, Plain, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        node.Report(code, $"'{key}' must be a number such as 36.5, and is '{node.Scalar}'");
        return null;
    }

    /// <summary>The maps of a list; a defect for each entry that is no map, or where this is no list.</summary>
    /// <param name="entry">What an entry is called in messages: "a rule".</param>
    public IEnumerable<Node> Maps(string entry, string code)
    {
        if (Exists && !IsList)
        {
            Report(code, $"this must be a list; begin {entry} with a hyphen");
            return [];
        }

        return Items.Where(item => item.ExpectMap(entry, code));
    }

    /// <summary>Notes a defect where this is a list of nothing: what it stands for would be nothing, or everything.</summary>
    public void RejectEmptyList(string code)
    {
        if (IsList && !Items.Any())
        {
            Report(code, "this list is empty; write at least one entry, or remove the key");
        }
    }

    /// <summary>Notes a defect where this is no map of keys and values.</summary>
    public bool ExpectMap(string what, string code)
    {
        if (!IsMap)
        {
            Report(code, $"{what} must be a map of keys and values");
        }

        return IsMap;
    }

    /// <summary>Reports every key that nobody asked for: a misspelt key must not be silence.</summary>
    public void RejectOtherKeys(string code)
    {
        foreach (var (key, value) in Entries.Where(entry => asked?.Contains(entry.Key) != true))
        {
            value.Report(code, $"'{key}' is not known here; known are: {string.Join(", ", (asked ?? []).Order())}");
        }
    }

    private Node At(YamlValue value) => new(File, value.Line, value, defects);
}
