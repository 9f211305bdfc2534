using System.Text;

namespace TriageBot.Protocols.Reading;

/// <summary>Reads what stands in one line of plain YAML: a text, a quoted text, a flow list or a flow map.</summary>
internal ref struct PlainScalars(string text, int start, int line)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at = start;

    /// <summary>The value that fills the line up to its comment.</summary>
    public YamlValue ReadAll()
    {
        var value = ReadOne(inFlow: false);
        var spare = at;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        var isComment = at < text.Length && text[at] == '#' && (at > spare || text[at - 1] == ' ');
        return at == text.Length || isComment ? value : throw new NotPlainException();
    }

    /// <summary>Index of the colon that ends a key; -1 where the line is no key.</summary>
    public static int KeyEnd(ReadOnlySpan<char> line)
    {
        var from = 0;
        if (line[0] is '\'' or '"')
        {
            var close = line[1..].IndexOf(line[0]);
            from = close < 0 ? line.Length : close + 2;
            return from < line.Length && line[from] == ':' && EndsKey(line, from) ? from : -1;
        }

        if (line[0] is '[' or '{')
        {
            return -1;
        }

        for (var i = from; i < line.Length; i++)
        {
            if (line[i] == '#' && i > 0 && line[i - 1] == ' ')
            {
                return -1;
            }

            if (line[i] == ':' && EndsKey(line, i))
            {
                return i;
            }
        }

        return -1;

        static bool EndsKey(ReadOnlySpan<char> line, int colon) => colon + 1 == line.Length || line[colon + 1] == ' ';
    }

    /// <summary>A key without its quotes.</summary>
    public static string Key(ReadOnlySpan<char> key)
    {
        if (key is ['\'' or '"', ..])
        {
            var inside = key[1..^1];
            return inside.ContainsAny('\\', '\'', '"') ? throw new NotPlainException() : inside.ToString();
        }

        return key.IsEmpty || IsReserved(key) || key[^1] == ' ' ? throw new NotPlainException() : key.ToString();
    }

    private YamlValue ReadOne(bool inFlow) =>
        text[at] switch
        {
            '\'' or '"' => new YamlValue.Scalar(ReadQuoted(), line),
            '[' => ReadFlowList(),
            '{' => ReadFlowMap(),
            _ => new YamlValue.Scalar(ReadPlain(inFlow), line),
        };

    private string ReadQuoted()
    {
        var quote = text[at++];
        var inside = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\' && quote == '"')
            {
                break;
            }

            if (text[at] != quote)
            {
                inside.Append(text[at]);
            }
            else if (quote == '\'' && at + 1 < text.Length && text[at + 1] == '\'')
            {
                inside.Append(text[++at]);
            }
            else
            {
                at++;
                return inside.ToString();
            }
        }

        throw new NotPlainException();
    }

    private string ReadPlain(bool inFlow)
    {
        var rest = text[at..];
        var end = 0;
        for (; end < rest.Length; end++)
        {
            var c = rest[end];
            if ((c == '#' && end > 0 && rest[end - 1] == ' ') || (inFlow && c is ',' or ']' or '}' or '[' or '{'))
            {
                break;
            }

            if (c == ':' && (end + 1 == rest.Length || rest[end + 1] == ' ' || inFlow))
            {
                if (!inFlow)
                {
                    throw new NotPlainException();
                }

                break;
            }
        }

        var plain = rest[..end].TrimEnd(' ');
        at += end;
        return plain.IsEmpty || IsReserved(plain) ? throw new NotPlainException() : plain.ToString();
    }

    private YamlValue.List ReadFlowList()
    {
        var list = new YamlValue.List([], line);
        at++;
        while (Next() != ']')
        {
            list.Items.Add(ReadOne(inFlow: true));
            Separate(']');
        }

        at++;
        return list;
    }

    private YamlValue.Map ReadFlowMap()
    {
        var map = new YamlValue.Map([], line);
        at++;
        while (Next() != '}')
        {
            var key = text[at] is '\'' or '"' ? ReadQuoted() : ReadPlain(inFlow: true);
            if (Next() != ':' || map.Find(key) is not null || at + 1 >= text.Length || text[at + 1] != ' ')
            {
                throw new NotPlainException();
            }

            at++;
            Next();
            map.Pairs.Add(new YamlValue.Pair(key, line, ReadOne(inFlow: true)));
            Separate('}');
        }

        at++;
        return map;
    }

    private char Next()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at < text.Length ? text[at] : throw new NotPlainException();
    }

    private void Separate(char close)
    {
        if (Next() == ',')
        {
            at++;
        }
        else if (text[at] != close)
        {
            throw new NotPlainException();
        }
    }

    /// <summary>Texts that YAML reads as something else than themselves where they begin so.</summary>
    private static bool IsReserved(ReadOnlySpan<char> plain) =>
        plain[0]
            is '!'
                or '&'
                or '*'
                or '|'
                or '>'
                or '@'
                or '`'
                or '%'
                or '\''
                or '"'
                or '['
                or ']'
                or '{'
                or '}'
                or ','
                or '#'
        || (plain[0] is '-' or '?' or ':' && (plain.Length == 1 || plain[1] == ' '))
        || plain.StartsWith("---", StringComparison.Ordinal)
        || plain.StartsWith("...", StringComparison.Ordinal);
}
