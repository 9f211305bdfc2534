namespace TriageBot.Host.Charts;

/// <summary>
/// Breaks texts into lines without a font at hand: by the widths of a sans-serif face, taken a little wide so that no
/// reader's font runs over.
/// </summary>
internal static class TextLines
{
    private const double Margin = 1.06;

    /// <param name="width">In the drawing's units.</param>
    /// <param name="size">Of the font, in the same.</param>
    public static IReadOnlyList<string> Break(string text, double width, double size)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        return line.Length == 0 ? lines : [.. lines, line];
    }

    public static double Width(string text, double size) => text.Sum(Advance) * size * Margin;

    private static double Advance(char c) =>
        c switch
        {
            'i' or 'j' or 'l' or '.' or ',' or ';' or ':' or '\'' or '|' or '!' => 0.26,
            'f' or 't' or 'r' or 'I' or '(' or ')' or '-' or ' ' or '/' => 0.34,
            'm' or 'M' or 'W' or 'w' or '@' or '%' => 0.86,
            >= 'A' and <= 'Z' => 0.69,
            _ => 0.56,
        };
}
