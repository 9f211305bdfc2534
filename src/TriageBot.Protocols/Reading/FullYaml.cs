using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TriageBot.Protocols.Reading;

/// <summary>Reads the whole YAML language, and says what is wrong with a text that is none.</summary>
internal static class FullYaml
{
    /// <summary>No file of ours comes near it; a bomb of aliases does.</summary>
    private const long Most = 1_000_000;

    /// <summary>The document, or null with a defect.</summary>
    /// <param name="fail">Is told the line and why.</param>
    public static YamlValue? Read(string text, Action<int, string> fail)
    {
        var scanner = new Scanner(new StringReader(text));
        try
        {
            var stream = new YamlStream();
            stream.Load(new Parser(scanner));
            var size = stream.Documents is [var only]
                ? SizeOf(only.RootNode, new Dictionary<YamlNode, long>(ReferenceEqualityComparer.Instance))
                : 0;
            if (stream.Documents is not [var document])
            {
                fail(1, "the file must hold one YAML document");
            }
            else if (size < 0)
            {
                fail(1, "an alias (*) stands inside of what it repeats; write it out");
            }
            else if (size > Most)
            {
                fail(1, "aliases (*) repeat each other without measure; write them out");
            }
            else
            {
                return Convert(document.RootNode);
            }
        }
        catch (YamlException e)
        {
            fail((int)e.Start.Line, Unreadable(e.InnerException?.Message ?? e.Message));
        }
        catch (InvalidOperationException)
        {
            // The scanner's answer to a bracket that is never closed.
            fail((int)scanner.CurrentPosition.Line, Unreadable("a bracket or a quote is not closed"));
        }

        return null;
    }

    private static string Unreadable(string why) => $"this is not readable YAML: {why}";

    private static YamlValue Convert(YamlNode node)
    {
        var line = (int)node.Start.Line;
        return node switch
        {
            YamlSequenceNode list => new YamlValue.List([.. list.Children.Select(Convert)], line),
            YamlMappingNode map => new YamlValue.Map([.. map.Children.Select(Pair)], line),
            YamlScalarNode scalar => new YamlValue.Scalar(scalar.Value ?? "", line),
            _ => throw new InvalidOperationException(node.NodeType.ToString()),
        };
    }

    private static YamlValue.Pair Pair(KeyValuePair<YamlNode, YamlNode> pair) =>
        new((pair.Key as YamlScalarNode)?.Value ?? "", (int)pair.Key.Start.Line, Convert(pair.Value));

    /// <summary>How many values a node holds with all aliases written out; below zero where it holds itself.</summary>
    private static long SizeOf(YamlNode node, Dictionary<YamlNode, long> sizes)
    {
        if (sizes.TryGetValue(node, out var known))
        {
            return known;
        }

        IEnumerable<YamlNode> children = node switch
        {
            YamlMappingNode map => map.Children.Values,
            YamlSequenceNode list => list.Children,
            _ => [],
        };
        // What is met again before it is measured stands inside of itself.
        sizes[node] = -1;
        var size = 1L;
        foreach (var child in children)
        {
            var inner = SizeOf(child, sizes);
            size = inner < 0 || size < 0 ? -1 : Math.Min(size + inner, long.MaxValue / 2);
        }

        return sizes[node] = size;
    }
}
