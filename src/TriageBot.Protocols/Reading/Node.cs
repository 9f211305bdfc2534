using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TriageBot.Protocols.Reading;

/// <summary>
/// A place in a YAML file that knows its file and line, and notes what is wrong instead of throwing, so that one reading
/// finds all mistakes. A missing or misshapen value yields an empty node and a defect; reading goes on.
/// </summary>
public sealed class Node
{
    private readonly YamlNode? yaml;
    private readonly List<Defect> defects;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private Node(string file, int line, YamlNode? yaml, List<Defect> defects)
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
    public bool Exists => yaml is not null && yaml is not YamlScalarNode { Value: null or "" or "~" };

    public bool IsMap => yaml is YamlMappingNode;

    public bool IsList => yaml is YamlSequenceNode;

    /// <summary>The text of a scalar, or null where it is none.</summary>
    public string? Scalar => (yaml as YamlScalarNode)?.Value;

    /// <summary>Reads one document.</summary>
    /// <param name="file">Its name in messages.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="defects">Receives what is wrong, now and while the nodes are read.</param>
    /// <param name="code">The code for "this is not YAML".</param>
    public static Node Parse(string file, string text, List<Defect> defects, string code)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1)
            {
                return new Node(file, 1, stream.Documents[0].RootNode, defects);
            }

            defects.Add(new Defect(file, 1, code, "the file must hold one YAML document"));
        }
        catch (YamlException e)
        {
            var why = e.InnerException?.Message ?? e.Message;
            defects.Add(new Defect(file, (int)e.Start.Line, code, $"this is not readable YAML: {why}"));
        }

        return new Node(file, 1, null, defects);
    }

    /// <summary>The value of a key; a node that does not exist where the key is missing.</summary>
    public Node this[string key]
    {
        get
        {
            asked.Add(key);
            YamlNode? value = null;
            (yaml as YamlMappingNode)?.Children.TryGetValue(new YamlScalarNode(key), out value);
            return new Node(File, value is null ? Line : (int)value.Start.Line, value, defects);
        }
    }

    /// <summary>The items of a list; of anything else, the thing itself as the only item; nothing where nothing is.</summary>
    public IEnumerable<Node> Items =>
        yaml is YamlSequenceNode list ? list.Children.Select(At)
        : Exists ? [this]
        : [];

    /// <summary>The keys and values of a map, in the file's order.</summary>
    public IEnumerable<(string Key, Node Value)> Entries =>
        yaml is YamlMappingNode map
            ? map.Children.Select(pair => (((YamlScalarNode)pair.Key).Value ?? "", At(pair.Value, pair.Key)))
            : [];

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

    /// <summary>A decimal number with a point, or null with a defect where it is something else; null where it is absent.</summary>
    public decimal? Number(string key, string code)
    {
        var node = this[key];
        if (!node.Exists)
        {
            return null;
        }

        if (decimal.TryParse(node.Scalar, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        node.Report(code, $"'{key}' must be a number such as 36.5, and is '{node.Scalar}'");
        return null;
    }

    /// <summary>Reports every key that nobody asked for: a misspelt key must not be silence.</summary>
    public void RejectOtherKeys(string code)
    {
        foreach (var (key, value) in Entries.Where(entry => !asked.Contains(entry.Key)))
        {
            value.Report(code, $"'{key}' is not known here; known are: {string.Join(", ", asked.Order())}");
        }
    }

    private Node At(YamlNode node) => new(File, (int)node.Start.Line, node, defects);

    private Node At(YamlNode node, YamlNode key) => new(File, (int)key.Start.Line, node, defects);
}
