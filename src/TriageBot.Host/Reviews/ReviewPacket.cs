using System.Globalization;
using TriageBot.Host.Charts;
using TriageBot.Host.Content;
using TriageBot.Protocols;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;
using Route = TriageBot.Protocols.Routes.Route;

namespace TriageBot.Host.Reviews;

/// <summary>The packet that a clinician reads and signs: chart, questions, rules, texts, changes, signature.</summary>
internal sealed class ReviewPacket(ClinicalFiles clinical, Protocol protocol, DateOnly today)
{
    private readonly IReadOnlyList<string> languages = [.. clinical.Phrases.Languages.Order(StringComparer.Ordinal)];
    private readonly Page page = new();

    /// <summary>The version that was signed last, where one is named.</summary>
    public EarlierVersion? Since { get; init; }

    /// <summary>What the machine has proved of this text, as lines of name and value.</summary>
    public IReadOnlyList<(string Name, string Value)> Proof { get; init; } = [];

    /// <param name="language">Of the chart.</param>
    public string Write(string language)
    {
        Front();
        ChangesSince();
        Signature();
        foreach (var picture in FlowChart.Pages(protocol, clinical.Phrases.In(language), today))
        {
            page.Picture(picture);
        }

        Questions();
        Rules();
        CareAtHome();
        Thresholds();
        Texts();
        return page.Whole($"Review of {protocol.Id} {protocol.Version}", language);
    }

    private void Front()
    {
        var review = protocol.Review;
        page.Heading(1, $"{protocol.Id} {protocol.Version}: for review");
        if (review.Status == ReviewStatus.Draft)
        {
            page.Paragraph(
                "DRAFT: no clinician has signed this version. Outside Development the host refuses it.",
                "draft"
            );
        }

        page.Table(
            [],
            [
                ["Protocol", $"{protocol.Id} {protocol.Version}"],
                ["Hash of its text", new Cell(protocol.Hash, "id")],
                ["Printed", Day(today)],
                [
                    "Review due",
                    review.ReviewDue is { } due
                        ? $"{Day(due)}{(due < today ? " (OVERDUE)" : "")}"
                        : "not set: to be set with the signature",
                ],
                ["Last signed by", review.ReviewedBy ?? "nobody"],
                ["Languages", string.Join(", ", languages)],
                ["Questions", Number(protocol.Questions.Length)],
                [
                    "Rules",
                    $"{protocol.Rules.Length}: {CountBy(Route.Emergency)} emergency, {CountBy(Route.Callback)} callback",
                ],
                [
                    "Rules from the hospital's sheet",
                    Number(protocol.Rules.Count(rule => rule.Source is TriageBot.Protocols.Rules.Source.Cite)),
                ],
                [
                    "Rules that are additions",
                    Number(protocol.Rules.Count(rule => rule.Source is TriageBot.Protocols.Rules.Source.Addition)),
                ],
                .. Proof.Select(IReadOnlyList<Cell> (line) => [line.Name, line.Value]),
            ]
        );
        page.Paragraph(
            "How to read it. The most urgent rule that holds decides; no rule lowers a case. Self-care is what is left when "
                + "every question that was asked was answered and understood, and no rule holds. The charts are drawn from "
                + "the rules that run, answer by answer."
        );
    }

    private string CountBy(Route route) => Number(protocol.Rules.Count(rule => rule.Disposition.Route == route));

    private void ChangesSince()
    {
        page.Heading(2, "Changes since the last signed version");
        if (Since is null)
        {
            page.Paragraph("No earlier version was named for comparison: everything here is to be read as new.");
            return;
        }

        var changes = Changes.Between(Since.Items, ProtocolInWords.Of(protocol, clinical.Phrases));
        page.Paragraph(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Compared with {Since.Name}: {changes.Count} items are not the same."
            )
        );
        if (!Since.HasTexts)
        {
            page.Paragraph("The records keep protocols and not the texts of their questions; texts were not compared.");
        }

        if (changes.Count > 0)
        {
            page.Table(
                ["What", "Before", "Now"],
                changes
                    .Where(change => Since.HasTexts || change.Kind != "text")
                    .Select(
                        IReadOnlyList<Cell> (change) =>
                            [
                                new Cell($"{change.Kind} {change.Id}", "id"),
                                change.Before is null
                                    ? ""
                                    : new Cell(change.Before, change.After is null ? "removed" : null),
                                change.After is null
                                    ? ""
                                    : new Cell(change.After, change.Before is null ? "added" : "changed"),
                            ]
                    )
            );
        }
    }

    private void Signature()
    {
        page.Heading(2, "Signature");
        page.Paragraph(
            "I have read the charts, questions, rules and texts of this version in the languages that I marked. I approve "
                + "them for use with patients of this hospital, until the review date."
        );
        page.Table(
            ["Name", "Licence", "Languages read", "Date", "Review due", "Signature"],
            Enumerable.Repeat<IReadOnlyList<Cell>>(["", "", "", "", "", ""], 3),
            "sign"
        );
        page.Paragraph(
            $"After signing: set review (status: approved, reviewed-by, reviewed-on, review-due) in "
                + $"dialogs/protocols/{protocol.Id}.yaml. The hash changes with that; compare it with 'triagebot review --since'."
        );
    }

    private void Questions()
    {
        page.Heading(2, "Questions, side by side", "new");
        page.Table(
            ["No.", "Question", .. languages],
            protocol.Questions.Select(
                IReadOnlyList<Cell> (question, i) =>
                    [
                        Number(i + 1),
                        $"{question.Id}\n{question.Kind}\n{(question.When is null ? "always" : $"if {ConditionWords.Of(question.When, protocol)}")}",
                        .. languages.Select(language => new Cell(TextOf(question, language))),
                    ]
            )
        );
    }

    private string TextOf(Question question, string language)
    {
        var phrases = clinical.Phrases.In(language);
        var options = question.Options.Select((option, i) => $"{i + 1} {phrases.Say($"q.{question.Id}.{option.Id}")}");
        var tail = phrases.Find($"q.{question.Id}.tail");
        return string.Join(
            '\n',
            new[] { phrases.Say($"q.{question.Id}") }.Concat(options).Concat(tail is null ? [] : [tail])
        );
    }

    private void Rules()
    {
        page.Heading(2, "Rules", "new");
        page.Table(
            ["Route", "Rule", "Holds when", "Because"],
            protocol
                .Rules.GroupBy(rule => rule.Line)
                .OrderByDescending(group => group.First().Disposition)
                .Select(
                    IReadOnlyList<Cell> (group) =>
                    {
                        var (first, all) = (group.First(), group.ToList());
                        var each =
                            all.Count == 1 ? "" : $"For each of: {string.Join(", ", all.Select(rule => rule.About))}\n";
                        return
                        [
                            new Cell(
                                $"{ProtocolInWords.RouteOf(first.Disposition)}{(first.Instruction is null ? "" : $"\ntext: {first.Instruction}")}",
                                "route"
                            ),
                            new Cell(HeardRow.NameOf(all), "id"),
                            each + ConditionWords.Of(first.When, protocol),
                            HeardRow.Why(first.Source),
                        ];
                    }
                )
        );
    }

    private void CareAtHome()
    {
        page.Heading(2, "Care at home, and what the sheet answers", "new");
        page.Table(
            ["Text", "Said", "Because", .. languages],
            protocol
                .Advice.Select(
                    IReadOnlyList<Cell> (advice) =>
                        [
                            new Cell($"advice {advice.Id}", "id"),
                            advice.When is null ? "always" : $"if {ConditionWords.Of(advice.When, protocol)}",
                            HeardRow.Why(advice.Source),
                            .. languages.Select(language => new Cell(
                                clinical.Phrases.In(language).Say($"advice.{advice.Id}")
                            )),
                        ]
                )
                .Concat(
                    protocol.Topics.Select(
                        IReadOnlyList<Cell> (topic) =>
                            [
                                new Cell($"topic {topic.Id}", "id"),
                                topic.OffersCallback ? "when asked; offers a callback" : "when asked",
                                HeardRow.Why(topic.Source),
                                .. languages.Select(language => new Cell(
                                    clinical.Phrases.In(language).Say($"topic.{topic.Id}")
                                )),
                            ]
                    )
                )
        );
    }

    private void Thresholds()
    {
        page.Heading(2, "Numbers");
        page.Table(
            ["Name", "Value"],
            protocol
                .Thresholds.Named.OrderBy(threshold => threshold.Key, StringComparer.Ordinal)
                .Select(
                    IReadOnlyList<Cell> (threshold) =>
                        [threshold.Key, threshold.Value.ToString(CultureInfo.InvariantCulture)]
                )
        );
    }

    private void Texts()
    {
        string[] elsewhere = ["q.", "advice.", "topic."];
        page.Heading(2, "All other texts, side by side", "new");
        page.Table(
            ["Text", .. languages],
            clinical
                .Phrases.In(languages[0])
                .Keys.Where(key => !elsewhere.Any(start => key.StartsWith(start, StringComparison.Ordinal)))
                .Select(
                    IReadOnlyList<Cell> (key) =>
                        [
                            new Cell(key, "id"),
                            .. languages.Select(language => new Cell(
                                clinical.Phrases.In(language).Find(key) ?? "MISSING"
                            )),
                        ]
                )
        );
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A version that was signed before.</summary>
/// <param name="HasTexts">False where only the protocol was kept, and not the texts of its questions.</param>
internal sealed record EarlierVersion(string Name, IReadOnlyList<Item> Items, bool HasTexts);
