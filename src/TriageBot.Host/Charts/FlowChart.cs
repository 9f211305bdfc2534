using System.Globalization;
using TriageBot.Conversation.Phrases;
using TriageBot.Protocols;
using TriageBot.Protocols.Routes;
using Route = TriageBot.Protocols.Routes.Route;

namespace TriageBot.Host.Charts;

/// <summary>
/// The flow chart of a protocol as pages in the shape of a landscape A4 sheet: a spine of questions in the order in which
/// they are asked, a lane for each answer, and then all rules.
/// </summary>
internal sealed class FlowChart
{
    public const double Width = 1414;
    public const double Height = 1000;

    private const double Top = 118;
    private const double Bottom = 930;

    private readonly Protocol protocol;
    private readonly string language;
    private readonly DateOnly drawn;
    private readonly List<(string Title, Svg Page)> pages = [];
    private double y;

    private FlowChart(Protocol protocol, string language, DateOnly drawn)
    {
        this.protocol = protocol;
        this.language = language;
        this.drawn = drawn;
    }

    /// <summary>Each page as a picture of its own.</summary>
    public static IReadOnlyList<string> Pages(Protocol protocol, PhraseBook phrases, DateOnly drawn)
    {
        var chart = Make(protocol, phrases, drawn);
        return [.. chart.pages.Select(page => Svg.Picture(Width, Height, chart.Name, page.Page.Group(0)))];
    }

    /// <summary>All pages below each other in one picture.</summary>
    public static string Sheet(Protocol protocol, PhraseBook phrases, DateOnly drawn)
    {
        var chart = Make(protocol, phrases, drawn);
        var groups = chart.pages.Select((page, i) => page.Page.Group(i * Height));
        return Svg.Picture(Width, Height * chart.pages.Count, chart.Name, string.Concat(groups));
    }

    private string Name => $"{protocol.Id} {protocol.Version}";

    private static FlowChart Make(Protocol protocol, PhraseBook phrases, DateOnly drawn)
    {
        var chart = new FlowChart(protocol, phrases.Language, drawn);
        chart.DrawQuestions(phrases);
        chart.DrawEnd();
        chart.DrawRules();
        chart.Frame();
        return chart;
    }

    private void DrawQuestions(PhraseBook phrases)
    {
        const string Title = "Questions in the order in which they are asked";
        Turn(Title);
        var number = 0;
        foreach (var section in protocol.Sections)
        {
            var rows = section.Questions.Select(q => new QuestionRow(protocol, q, ++number, phrases)).ToList();
            for (var i = 0; i < rows.Count; i++)
            {
                Room(rows[i].Height + (i == 0 ? 34 : 0), Title);
                if (i == 0)
                {
                    Heading(section.Id);
                }

                var svg = pages[^1].Page;
                svg.Line(40, y - 8, 40, y + rows[i].Height - 8, "stroke=\"#444\" stroke-width=\"2\"");
                rows[i].Draw(svg, y);
                y += rows[i].Height;
            }
        }
    }

    private void Heading(string section)
    {
        var svg = pages[^1].Page;
        svg.Box(28, y - 2, 1358, 24, "fill=\"#1F3A5F\"", 3);
        svg.Text(40, y + 15, 15, section.Replace('-', ' ').ToUpperInvariant(), "fill=\"#fff\" font-weight=\"bold\"");
        y += 34;
    }

    private void DrawEnd()
    {
        Room(150, "Questions in the order in which they are asked");
        var svg = pages[^1].Page;
        svg.Line(40, y - 8, 40, y + 16, "stroke=\"#444\" stroke-width=\"2\"");
        svg.Head(40, y + 20, down: true);
        svg.Box(28, y + 20, 1358, 112, "fill=\"#fff\" stroke=\"#1F3A5F\" stroke-width=\"2\"", 6);
        svg.Text(
            44,
            y + 42,
            16,
            "When nothing is open any more: the most urgent rule that holds decides.",
            "font-weight=\"bold\""
        );
        Chip.SelfCare.Draw(svg, 44, y + 54, 140);
        svg.Text(
            200,
            y + 71,
            15,
            "only if every question that was asked was answered and understood, and no rule holds."
        );
        Chip.Of(protocol.Unfinished).Draw(svg, 44, y + 88, 140);
        svg.Text(200, y + 105, 15, "if a question stays unanswered, not sure or not read, and no rule says more.");
        y += 150;
    }

    private void DrawRules()
    {
        const string Title = "All rules: what must be told, at any step and in any words or answer";
        Turn(Title);
        foreach (var row in HeardRow.Of(protocol))
        {
            Room(row.Height, Title);
            row.Draw(pages[^1].Page, y);
            y += row.Height;
        }
    }

    private void Room(double height, string title)
    {
        if (y + height > Bottom)
        {
            Turn(title);
        }
    }

    private void Turn(string title)
    {
        pages.Add((title, new Svg()));
        y = Top;
    }

    private void Frame()
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var (title, svg) = pages[i];
            svg.Text(28, 44, 24, Name, "fill=\"#1F3A5F\" font-weight=\"bold\"");
            svg.Text(28, 70, 15, title, "fill=\"#333\"");
            svg.Text(1386, 34, 15, Status, "text-anchor=\"end\" font-weight=\"bold\" fill=\"#A3161A\"");
            svg.Text(
                1386,
                54,
                14,
                $"text {protocol.Hash[..12]}, language {language}, drawn {drawn:yyyy-MM-dd}",
                "text-anchor=\"end\" fill=\"#333\""
            );
            svg.Text(
                1386,
                74,
                14,
                string.Create(CultureInfo.InvariantCulture, $"page {i + 1} of {pages.Count}"),
                "text-anchor=\"end\" fill=\"#333\""
            );
            svg.Line(28, 86, 1386, 86, "stroke=\"#1F3A5F\" stroke-width=\"2\"");
            Legend(svg);
        }
    }

    private string Status =>
        protocol.Review.Status == ReviewStatus.Approved
            ? $"Signed by {protocol.Review.ReviewedBy}, review due {protocol.Review.ReviewDue:yyyy-MM-dd}"
            : "DRAFT: no clinician has signed this";

    private void Legend(Svg svg)
    {
        svg.Line(28, 944, 1386, 944, "stroke=\"#999\" stroke-width=\"1\"");
        var routes = protocol.Rules.Select(rule => rule.Disposition).Distinct().OrderDescending();
        List<(Chip Chip, string Words)> items =
        [
            .. routes.Select(route => (Chip.Of(route), WordsOf(route))),
            (Chip.SelfCare, "care at home"),
            (Chip.GoesOn, "no rule; next question"),
        ];
        var step = 1358.0 / items.Count;
        for (var i = 0; i < items.Count; i++)
        {
            var x = 28 + (i * step);
            items[i].Chip.Draw(svg, x, 956, 116);
            svg.Text(x + 122, 972, 12, items[i].Words, "fill=\"#222\"");
        }
    }

    private string WordsOf(Disposition route) =>
        route.Route == Route.Emergency
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"text now; nurse in {protocol.Thresholds.EmergencyMinutes} min"
            )
            : "a nurse calls in that time";
}
