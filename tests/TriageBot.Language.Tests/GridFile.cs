namespace TriageBot.Language.Tests;

/// <summary>
/// Plain sentences, crossed from lists of words: a grid says what all of its sentences must be read as. A file holds grids:
/// <code>
/// # breath that cannot be drawn
/// emergency: I {cannot} {breathe}
/// cannot = can't | could barely
/// breathe = breathe | catch my breath
/// </code>
/// "emergency", "callback" and "selfcare" are the least route; "denied weakness" asks that the finding is denied and that
/// nothing calls for more than self-care. Lists before the first grid may be used in every grid of the file.
/// </summary>
internal sealed class GridFile
{
    private readonly Dictionary<string, string[]> shared = [];
    private readonly List<Grid> grids = [];

    public static IEnumerable<Grid> Read(string path)
    {
        var file = new GridFile();
        foreach (var line in File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            file.Read(line, $"{Path.GetFileName(path)}: '{line}'");
        }

        return file.grids;
    }

    private void Read(string line, string where)
    {
        var equals = line.IndexOf(" = ", StringComparison.Ordinal);
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (line.StartsWith("# ", StringComparison.Ordinal))
        {
            grids.Add(new Grid(line[2..], [], new Dictionary<string, string[]>(shared)));
        }
        else if (equals > 0 && !line[..equals].Contains(' ', StringComparison.Ordinal))
        {
            var words = line[(equals + 3)..].Split('|', StringSplitOptions.TrimEntries);
            (grids.Count == 0 ? shared : grids[^1].Lists)[line[..equals]] = words;
        }
        else if (colon > 0 && grids.Count > 0)
        {
            grids[^1].Frames.Add((line[..colon], line[(colon + 2)..]));
        }
        else
        {
            throw new FormatException(
                $"{where} is neither a title (# …), a list (name = a | b) nor a frame (route: …)"
            );
        }
    }
}

/// <param name="Title">What its sentences say.</param>
/// <param name="Frames">What a frame's sentences must be read as, and the frame.</param>
/// <param name="Lists">The words for each name in a frame.</param>
internal sealed record Grid(
    string Title,
    List<(string Expected, string Frame)> Frames,
    Dictionary<string, string[]> Lists
)
{
    /// <summary>Every sentence, and what it must be read as.</summary>
    public IEnumerable<(string Expected, string Text)> Sentences() =>
        Frames.SelectMany(frame => Filled(frame.Frame).Select(text => (frame.Expected, text)));

    private IEnumerable<string> Filled(string frame)
    {
        var open = frame.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return [frame];
        }

        var close = frame.IndexOf('}', open);
        return Lists[frame[(open + 1)..close]]
            .SelectMany(word => Filled(string.Concat(frame.AsSpan(0, open), word, frame.AsSpan(close + 1))));
    }
}
