using System.Globalization;
using System.Net;
using System.Text;

namespace TriageBot.Host.Charts;

/// <summary>Writes shapes and texts of an SVG picture that needs nothing from elsewhere.</summary>
internal sealed class Svg
{
    public const string Font = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    private readonly StringBuilder body = new();

    public void Box(double x, double y, double width, double height, string style, double round = 0) =>
        Add(
            $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" rx=\"{round:0.#}\" {style}/>"
        );

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        Add($"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" {style}/>");

    /// <summary>A small arrow head that points right or down.</summary>
    public void Head(double x, double y, bool down) =>
        Add(
            down
                ? $"<path d=\"M{x - 5:0.#} {y - 8:0.#} L{x:0.#} {y:0.#} L{x + 5:0.#} {y - 8:0.#} Z\" fill=\"#444\"/>"
                : (FormattableString)
                    $"<path d=\"M{x - 8:0.#} {y - 5:0.#} L{x:0.#} {y:0.#} L{x - 8:0.#} {y + 5:0.#} Z\" fill=\"#444\"/>"
        );

    public void Text(double x, double y, double size, string text, string style = "fill=\"#111\"")
    {
        body.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{size:0.#}\" {style}>"
        );
        body.Append(WebUtility.HtmlEncode(text)).AppendLine("</text>");
    }

    /// <summary>Lines below each other; returns the height that they took.</summary>
    public double Lines(
        double x,
        double y,
        double size,
        IReadOnlyList<string> lines,
        string style = "fill=\"#111\"",
        double leading = 1.3
    )
    {
        for (var i = 0; i < lines.Count; i++)
        {
            Text(x, y + (i * size * leading), size, lines[i], style);
        }

        return lines.Count * size * leading;
    }

    /// <summary>What was drawn so far, moved down.</summary>
    public string Group(double down) =>
        string.Create(CultureInfo.InvariantCulture, $"<g transform=\"translate(0 {down:0.#})\">\n{body}</g>\n");

    /// <summary>A whole picture.</summary>
    public static string Picture(double width, double height, string title, string content) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0} {height:0}" width="100%" font-family="{Font}" role="img">
            <title>{WebUtility.HtmlEncode(title)}</title>
            <rect width="{width:0}" height="{height:0}" fill="#fff"/>
            {content}</svg>

            """
        );

    private void Add(FormattableString shape) => body.AppendLine(shape.ToString(CultureInfo.InvariantCulture));
}
