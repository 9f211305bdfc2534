using System.Net;
using System.Text;

namespace TriageBot.Host.Charts;

/// <summary>Writes one HTML page that needs nothing from elsewhere and prints on A4 or Letter.</summary>
internal sealed class Page
{
    private const string Style = """
        @page { size: A4 landscape; margin: 10mm; }
        body { font: 11pt/1.4 Helvetica, Arial, 'Liberation Sans', sans-serif; color: #111; margin: 2em auto; max-width: 76em; padding: 0 1em; }
        h1 { color: #1F3A5F; margin-bottom: .2em; } h2 { color: #1F3A5F; border-bottom: 2px solid #1F3A5F; margin-top: 2em; break-after: avoid; }
        h3 { margin: 1.4em 0 .4em; break-after: avoid; }
        table { border-collapse: collapse; width: 100%; margin: .6em 0; } th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        th { background: #E8EEF6; } thead { display: table-header-group; } tr { break-inside: avoid; }
        .draft { border: 3px solid #A3161A; color: #A3161A; padding: .5em 1em; font-weight: bold; }
        .route { font-weight: bold; white-space: nowrap; } .id { font-family: 'Liberation Mono', Consolas, monospace; font-size: 9.5pt; }
        .chart { break-before: page; break-inside: avoid; border: 1px solid #ccc; margin: 1em 0; } .chart svg { display: block; max-height: 180mm; }
        .added { background: #E3F4E7; } .removed { background: #FBE3E3; text-decoration: line-through; } .changed { background: #FFF3C4; }
        .sign td { height: 3.2em; } .bad { color: #A3161A; font-weight: bold; }
        @media print { body { margin: 0; max-width: none; padding: 0; } .chart { border: none; margin: 0; } .new { break-before: page; } }
        """;

    private readonly StringBuilder body = new();

    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    public Page Heading(int level, string text, string css = "")
    {
        body.AppendLine(
            css.Length == 0
                ? $"<h{level}>{Encode(text)}</h{level}>"
                : $"<h{level} class=\"{css}\">{Encode(text)}</h{level}>"
        );
        return this;
    }

    public Page Paragraph(string text, string css = "")
    {
        body.AppendLine(css.Length == 0 ? $"<p>{Encode(text)}</p>" : $"<p class=\"{css}\">{Encode(text)}</p>");
        return this;
    }

    /// <param name="rows">Cells as texts; <see cref="Cell"/> for one that has a class.</param>
    public Page Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<Cell>> rows, string css = "")
    {
        body.AppendLine(css.Length == 0 ? "<table>" : $"<table class=\"{css}\">");
        if (heads.Count > 0)
        {
            body.Append("<thead><tr>");
            foreach (var head in heads)
            {
                body.Append("<th>").Append(Encode(head)).Append("</th>");
            }

            body.AppendLine("</tr></thead>");
        }

        body.AppendLine("<tbody>");
        foreach (var row in rows)
        {
            body.Append("<tr>");
            foreach (var cell in row)
            {
                body.Append(cell.Css is null ? "<td>" : $"<td class=\"{cell.Css}\">");
                body.Append(Encode(cell.Text).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</td>");
            }

            body.AppendLine("</tr>");
        }

        body.AppendLine("</tbody></table>");
        return this;
    }

    /// <summary>Adds a picture, on a printed page of its own.</summary>
    public Page Picture(string svg)
    {
        body.AppendLine("<div class=\"chart\">").Append(svg).AppendLine("</div>");
        return this;
    }

    public string Whole(string title, string language = "en") =>
        $"""
            <!DOCTYPE html>
            <html lang="{Encode(language)}">
            <head>
            <meta charset="utf-8">
            <title>{Encode(title)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            {body}</body>
            </html>

            """;
}

/// <summary>A cell of a table.</summary>
internal sealed record Cell(string Text, string? Css = null)
{
    public static implicit operator Cell(string text) => new(text);
}
