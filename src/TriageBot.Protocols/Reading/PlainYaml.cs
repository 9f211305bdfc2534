namespace TriageBot.Protocols.Reading;

/// <summary>
/// Reads the YAML that clinicians write, in one pass: block maps and lists, plain and quoted texts of one line, folded
/// texts, flow lists and maps of one line, lists and maps named (&amp;) and repeated (*), comments. It is strict: at whatever it does not know, or finds wrong, it gives up,
/// and the whole YAML language is read by YamlDotNet, which takes ten times as long and words the error messages.
/// </summary>
internal sealed class PlainYaml
{
    private readonly string[] lines;
    private readonly Dictionary<string, YamlValue> named = new(StringComparer.Ordinal);
    private bool isNaming;
    private int at;

    private PlainYaml(string[] lines) => this.lines = lines;

    /// <summary>The document, or null where it holds something else than plain YAML.</summary>
    public static YamlValue? Read(string text)
    {
        var unixText = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        foreach (var c in unixText)
        {
            if (c is (< ' ' and not '\n') or '\uFEFF' or '\u0085' or '\u2028' or '\u2029')
            {
                return null;
            }
        }

        var reader = new PlainYaml(unixText.Split('\n'));
        try
        {
            var indent = reader.NextIndent();
            if (indent != 0)
            {
                return null;
            }

            var value = reader.ReadBlock(0);
            return reader.NextIndent() < 0 ? value : null;
        }
        catch (NotPlainException)
        {
            return null;
        }
    }

    /// <summary>The indentation of the next line that holds something, which becomes the current one; -1 at the end.</summary>
    private int NextIndent()
    {
        for (; at < lines.Length; at++)
        {
            var line = lines[at].AsSpan();
            var indent = line.IndexOfAnyExcept(' ');
            if (indent >= 0 && line[indent] != '#')
            {
                return indent;
            }
        }

        return -1;
    }

    private YamlValue ReadBlock(int indent) =>
        IsItem(lines[at].AsSpan(indent)) ? ReadList(indent) : ReadMap(indent, indent);

    private YamlValue.List ReadList(int indent)
    {
        var list = new YamlValue.List([], at + 1);
        while (NextIndent() == indent && IsItem(lines[at].AsSpan(indent)))
        {
            var start = indent + 1;
            while (start < lines[at].Length && lines[at][start] == ' ')
            {
                start++;
            }

            var rest = lines[at].AsSpan(Math.Min(start, lines[at].Length));
            if (rest.IsEmpty || rest[0] == '#' || IsItem(rest))
            {
                throw new NotPlainException();
            }

            list.Items.Add(PlainScalars.KeyEnd(rest) >= 0 ? ReadMap(start, start) : ReadInline(start, indent));
        }

        return list;
    }

    /// <param name="indent">Where the keys begin.</param>
    /// <param name="first">Where the first one does, behind the hyphen of a list's item as well.</param>
    private YamlValue.Map ReadMap(int indent, int first)
    {
        var map = new YamlValue.Map([], at + 1);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var column = first;
        do
        {
            var line = lines[at].AsSpan(column);
            var end = PlainScalars.KeyEnd(line);
            if (end < 0)
            {
                throw new NotPlainException();
            }

            var key = PlainScalars.Key(line[..end]);
            var keyLine = at + 1;
            if (!keys.Add(key))
            {
                throw new NotPlainException();
            }

            map.Pairs.Add(new YamlValue.Pair(key, keyLine, ReadValue(column + end + 1, indent)));
            column = indent;
        } while (NextIndent() == indent && !IsItem(lines[at].AsSpan(indent)));

        return map;
    }

    /// <summary>What stands behind the colon of a key, on its line or below it.</summary>
    private YamlValue ReadValue(int column, int indent)
    {
        var rest = lines[at].AsSpan(column);
        var text = rest.IndexOfAnyExcept(' ');
        if (text >= 0 && rest[text] == '&')
        {
            return ReadNamed(column + text, indent);
        }

        return text >= 0 && rest[text] != '#' ? ReadInline(column + text, indent) : ReadBelow(indent);
    }

    private YamlValue ReadBelow(int indent)
    {
        var line = at + 1;
        at++;
        var below = NextIndent();
        if (below > indent && lines[at][below] == '[')
        {
            return ReadInline(below, indent);
        }

        return below > indent || (below == indent && IsItem(lines[at].AsSpan(indent)))
            ? ReadBlock(below)
            : new YamlValue.Scalar("", line);
    }

    /// <summary>A text or a flow collection of one line, or a folded text that begins in it.</summary>
    private YamlValue ReadInline(int column, int indent)
    {
        var line = at + 1;
        var rest = lines[at].AsSpan(column);
        if (rest[0] is '>' or '|')
        {
            return ReadFolded(rest, indent);
        }

        if (rest[0] == '*')
        {
            return Repeat(rest[1..].TrimEnd(' '), indent);
        }

        var value = new PlainScalars(lines[at], column, line).ReadAll();
        at++;
        return NextIndent() > indent ? throw new NotPlainException() : value;
    }

    /// <summary>What stands below a name, to be repeated. What is named holds no name and repeats nothing itself.</summary>
    private YamlValue ReadNamed(int column, int indent)
    {
        var name = lines[at].AsSpan(column + 1).TrimEnd(' ');
        var line = at + 1;
        if (isNaming || !IsName(name))
        {
            throw new NotPlainException();
        }

        isNaming = true;
        var value = ReadBelow(indent);
        isNaming = false;
        if (value is YamlValue.Scalar || !named.TryAdd(name.ToString(), value with { Line = line }))
        {
            throw new NotPlainException();
        }

        return named[name.ToString()];
    }

    private YamlValue Repeat(ReadOnlySpan<char> name, int indent)
    {
        if (isNaming || !IsName(name) || !named.TryGetValue(name.ToString(), out var value))
        {
            throw new NotPlainException();
        }

        at++;
        return NextIndent() > indent ? throw new NotPlainException() : value;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return !name.IsEmpty;
    }

    /// <summary>Only ">-" is plain: its lines, of one indentation, become one.</summary>
    private YamlValue.Scalar ReadFolded(ReadOnlySpan<char> sign, int indent)
    {
        if (!sign.TrimEnd().SequenceEqual(">-"))
        {
            throw new NotPlainException();
        }

        var line = at + 1;
        var first = ++at;
        var width = -1;
        for (; at < lines.Length; at++)
        {
            var own = lines[at].AsSpan().IndexOfAnyExcept(' ');
            if (own < 0 || own <= indent)
            {
                break;
            }

            width = width < 0 ? own : width;
            if (own != width || lines[at][^1] == ' ')
            {
                throw new NotPlainException();
            }
        }

        return width < 0 || GoesOnBehindBlank(indent)
            ? throw new NotPlainException()
            : new YamlValue.Scalar(string.Join(' ', lines[first..at].Select(folded => folded[width..])), line);
    }

    /// <summary>Blank lines inside a folded text are breaks of it.</summary>
    private bool GoesOnBehindBlank(int indent)
    {
        for (var i = at; i < lines.Length; i++)
        {
            if (lines[i].AsSpan().IndexOfAnyExcept(' ') is >= 0 and var own)
            {
                return own > indent;
            }
        }

        return false;
    }

    private static bool IsItem(ReadOnlySpan<char> line) => line is ['-'] or ['-', ' ', ..];
}

/// <summary>The text is YAML of a kind that <see cref="PlainYaml"/> leaves to YamlDotNet, or none.</summary>
internal sealed class NotPlainException : Exception;
