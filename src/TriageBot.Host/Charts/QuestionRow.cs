using TriageBot.Conversation.Phrases;
using TriageBot.Protocols;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Rules;

namespace TriageBot.Host.Charts;

/// <summary>One question of the chart: its box on the spine, and a lane to the right for each answer.</summary>
internal sealed class QuestionRow
{
    private const double BoxLeft = 56;
    private const double BoxWidth = 400;
    private const double Indent = 34;
    private const double Rail = 470;
    private const double LabelLeft = 500;
    private const double LabelWidth = 270;
    private const double ChipLeft = 790;
    private const double ChipWidth = 140;
    private const double WhyLeft = 946;
    private const double WhyWidth = 424;
    private const double Small = 14;
    private const double Normal = 16;
    private const double Leading = 1.3;

    private readonly Question question;
    private readonly int number;
    private readonly IReadOnlyList<string> text;
    private readonly IReadOnlyList<string> when;
    private readonly List<(Lane Lane, IReadOnlyList<string> Label, IReadOnlyList<string> Why)> lanes;

    public QuestionRow(Protocol protocol, Question question, int number, PhraseBook phrases)
    {
        this.question = question;
        this.number = number;
        text = TextLines.Break(phrases.Say($"q.{question.Id}"), BoxLeft + BoxWidth - Left - 20, Normal);
        when = question.When is { } condition
            ? TextLines.Break($"Only if: {ConditionWords.Of(condition, protocol)}", BoxWidth - Indent - 20, Small)
            : [];
        lanes =
        [
            .. Lane.Of(protocol, question, phrases)
                .Select(lane =>
                    (
                        lane,
                        TextLines.Break(lane.Label, LabelWidth, Normal),
                        TextLines.Break(WhyOf(lane), WhyWidth, Small)
                    )
                ),
        ];
    }

    public double Height => Math.Max(BoxHeight, lanes.Sum(LaneHeight)) + 22;

    private double Left => question.When is null ? BoxLeft : BoxLeft + Indent;

    private double BoxHeight => 30 + (text.Count * Normal * Leading) + (when.Count * Small * Leading) + 12;

    /// <summary>Draws it with its top at <paramref name="y"/>.</summary>
    public void Draw(Svg svg, double y)
    {
        var dashed = question.When is null ? "" : " stroke-dasharray=\"7 4\"";
        var width = BoxLeft + BoxWidth - Left;
        svg.Box(Left, y, width, BoxHeight, $"fill=\"#F4F7FB\" stroke=\"#1F3A5F\" stroke-width=\"1.8\"{dashed}", 6);
        svg.Text(
            Left + 10,
            y + 20,
            Small,
            $"{number}  {question.Id}  ({Kind(question)})",
            "fill=\"#1F3A5F\" font-weight=\"bold\""
        );
        var taken = svg.Lines(Left + 10, y + 40, Normal, text);
        svg.Lines(Left + 10, y + 40 + taken, Small, when, "fill=\"#444\" font-style=\"italic\"");
        if (question.When is not null)
        {
            svg.Line(
                BoxLeft - 16,
                y + 20,
                Left - 2,
                y + 20,
                "stroke=\"#444\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\""
            );
            svg.Head(Left, y + 20, down: false);
        }
        else
        {
            svg.Line(BoxLeft - 16, y + 20, Left, y + 20, "stroke=\"#444\" stroke-width=\"2\"");
            svg.Head(Left, y + 20, down: false);
        }

        var top = y;
        var last = y + lanes.SkipLast(1).Sum(LaneHeight) + 14;
        svg.Line(Rail, y + 14, Rail, last, "stroke=\"#999\" stroke-width=\"1\"");
        svg.Line(BoxLeft + BoxWidth, y + 14, Rail, y + 14, "stroke=\"#999\" stroke-width=\"1\"");
        foreach (var (lane, label, why) in lanes)
        {
            DrawLane(svg, top, lane, label, why);
            top += LaneHeight((lane, label, why));
        }
    }

    private static void DrawLane(Svg svg, double y, Lane lane, IReadOnlyList<string> label, IReadOnlyList<string> why)
    {
        svg.Line(Rail, y + 14, LabelLeft - 12, y + 14, "stroke=\"#999\" stroke-width=\"1\"");
        svg.Head(LabelLeft - 6, y + 14, down: false);
        svg.Lines(LabelLeft, y + 20, Normal, label);
        Chip.Of(lane.Disposition).Draw(svg, ChipLeft, y + 2, ChipWidth);
        svg.Lines(WhyLeft, y + 18, Small, why, "fill=\"#222\"");
    }

    private static double LaneHeight((Lane Lane, IReadOnlyList<string> Label, IReadOnlyList<string> Why) lane) =>
        Math.Max(32, 10 + (Math.Max(lane.Label.Count * Normal, lane.Why.Count * Small) * Leading));

    private static string WhyOf(Lane lane)
    {
        var next = lane.Next is null ? "" : $"→ {lane.Next}. ";
        if (lane.Rules is not [var first, ..])
        {
            return next;
        }

        var text = lane.Instruction is { } instruction ? $"Text: {instruction}. " : "";
        var source = first.Source is Source.Cite cite
            ? $"Sheet: “{cite.Text}”"
            : $"Addition: {((Source.Addition)first.Source).Because}";
        if (lane.Stands)
        {
            return $"{next}Stays: {string.Join(", ", lane.Rules.Select(rule => rule.Id))}.";
        }

        return $"{next}{string.Join(", ", lane.Rules.Select(rule => rule.Id).Distinct())}. {text}{source}";
    }

    private static string Kind(Question question) =>
        question.Kind switch
        {
            QuestionKind.YesNo => "yes or no",
            QuestionKind.AnyOf => "tick any",
            QuestionKind.Choice => "choose one",
            QuestionKind.Temperature => "a temperature",
            QuestionKind.Scale => "0 to 10",
            _ => "own words",
        };
}
