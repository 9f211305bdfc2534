using System.Globalization;
using System.Text.RegularExpressions;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;
using Route = TriageBot.Protocols.Routes.Route;

namespace TriageBot.Host.Worked;

/// <summary>Says in which first point a conversation is not as it was written.</summary>
internal sealed class Comparison(
    WorkedStage stage,
    Heard heard,
    IReadOnlyDictionary<int, DateTimeOffset> times,
    IReadOnlyDictionary<string, int> caseSeenIn
)
{
    public async Task<string?> FirstDifferenceAsync(int turn, Expectation expected, CancellationToken stop) =>
        InMessages(expected)
        ?? InOutcome(expected)
        ?? InRules(expected)
        ?? InTimers(expected)
        ?? await InCasesAsync(turn, expected, stop);

    private string? InMessages(Expectation expected)
    {
        if (expected.Never.FirstOrDefault(said => heard.Messages.Any(message => Fits(said, message))) is { } unwanted)
        {
            return Differ(unwanted.Line, $"the bot does not say {unwanted}", Everything());
        }

        if (expected.Bot is not { } wanted)
        {
            return null;
        }

        if (wanted.Count == 0)
        {
            return heard.Messages.Count == 0 ? null : Differ(0, "the bot says nothing", Everything());
        }

        var at = 0;
        foreach (var said in wanted)
        {
            while (at < heard.Messages.Count && !Fits(said, heard.Messages[at]))
            {
                at++;
            }

            if (at++ >= heard.Messages.Count)
            {
                return Differ(said.Line, $"the bot says {said}", Everything());
            }
        }

        return null;
    }

    private bool Fits(Said said, Message message) =>
        said.Kind switch
        {
            SaidKind.Question => message.Question == said.Text,
            SaidKind.Recorded => RecordedText.IsSame(said.Text, message.Text),
            SaidKind.Phrase => PatternOf(said.Text).IsMatch(message.Text),
            _ => message.Text.Contains(said.Text, StringComparison.Ordinal),
        };

    /// <summary>The text of a phrase in the patient's language, with anything where a value is filled in.</summary>
    private Regex PatternOf(string key)
    {
        var text = stage.Content.Phrases.In(heard.CheckIn?.Language ?? "en").Find(key) ?? key;
        var pattern = Regex.Replace(Regex.Escape(text), @"\\\{[a-z-]+}", ".+?");
        return new Regex(pattern, RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }

    private string Everything() =>
        heard.Messages.Count == 0
            ? "nothing"
            : string.Join("\n     ", heard.Messages.Select(message => message.ToString()));

    private string? InOutcome(Expectation expected) =>
        expected.Outcome is { } outcome && outcome.Value != heard.Outcome
            ? Differ(outcome.Line, $"the outcome {outcome.Value}", heard.Outcome)
            : null;

    private string? InRules(Expectation expected)
    {
        var holding = heard.Assessment?.Reasons.Select(reason => reason.Rule.Id).ToList() ?? [];
        var listed = string.Join(", ", holding.DefaultIfEmpty("no rule"));
        return expected.Because.FirstOrDefault(rule => !holding.Contains(rule.Value)) is { } missing
                ? Differ(missing.Line, $"the rule {missing.Value} holds", listed)
            : expected.NotBecause.FirstOrDefault(rule => holding.Contains(rule.Value)) is { } extra
                ? Differ(extra.Line, $"the rule {extra.Value} does not hold", listed)
            : null;
    }

    private string? InTimers(Expectation expected)
    {
        if (expected.Timers is not { } timers || heard.Conversation is not { } conversation)
        {
            return null;
        }

        var running = stage.Timers(conversation).Order(StringComparer.Ordinal).ToList();
        return running.SequenceEqual(timers.Value.Order(StringComparer.Ordinal))
            ? null
            : Differ(timers.Line, $"timers: {List(timers.Value)}", List(running));
    }

    private async Task<string?> InCasesAsync(int turn, Expectation expected, CancellationToken stop)
    {
        if (expected.Cases is not { } wanted || heard.Conversation is not { } conversation)
        {
            return null;
        }

        var rows = await stage.CasesAsync(conversation, stop);
        if (rows.Count != wanted.Count)
        {
            var got = List([.. rows.Select(row => RouteOf(row))]);
            return Differ(
                wanted.Count == 0 ? 0 : wanted[0].Line,
                string.Create(CultureInfo.InvariantCulture, $"cases after turn {turn}: {wanted.Count}"),
                got
            );
        }

        return wanted.Zip(rows, InCase).FirstOrDefault(difference => difference is not null);
    }

    private string? InCase(CaseExpectation expected, CaseRow row)
    {
        var card = CaseFile.CardOf(row);
        var words = card?.Situation.Words.Select(quote => quote.Text).ToList() ?? [];
        var reasons = card?.Assessment.Reasons.Select(reason => reason.Rule).ToList() ?? [];
        var seen = caseSeenIn.GetValueOrDefault(row.Id);
        return Unlike("the case's route", expected.Route, RouteOf(row))
            ?? Unlike("the case's kind", expected.Kind, NameOf(row.Kind))
            ?? Unlike("the case's status", expected.Status, NameOf(row.Status))
            ?? Unlike("the turn that opened the case", Word(expected.OpenedIn), Word(seen))
            ?? Unlike("when the case is due", DueOf(expected), Minute(row.Due))
            ?? Unlike("who writes", expected.Writer, card?.Background.Writer)
            ?? Unlike("a time was promised", expected.Promised?.ToString(), (row.PromisedBy is not null).ToString())
            ?? Lacks(
                "the card's headline",
                expected.Headline is null ? [] : [expected.Headline],
                [card?.Situation.Headline ?? ""]
            )
            ?? Lacks("the patient's words on the card", expected.Words, words)
            ?? Lacks("the card's reasons", expected.Because, reasons);

        string? Unlike(string what, string? wanted, string? got) =>
            wanted is null || wanted == got ? null : Differ(expected.Line, $"{what}: {wanted}", got ?? "none");

        string? Lacks(string what, IReadOnlyList<string> wanted, IReadOnlyList<string> got) =>
            wanted.FirstOrDefault(part => !got.Any(text => text.Contains(part, StringComparison.Ordinal)))
                is { } missing
                ? Differ(expected.Line, $"{what}: {missing}", List(got))
                : null;
    }

    private string? DueOf(CaseExpectation expected) =>
        expected.Due is { } due && times.TryGetValue(due.AfterTurn, out var from) ? Minute(from + due.Span) : null;

    private string Minute(DateTimeOffset time) =>
        TimeZoneInfo
            .ConvertTime(time, stage.Content.Organization.TimeZone)
            .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string? Word(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string RouteOf(CaseRow row) =>
        row.Route switch
        {
            Route.Emergency => "emergency",
            Route.Callback when row.WithinMinutes % 60 == 0 => string.Create(
                CultureInfo.InvariantCulture,
                $"callback {row.WithinMinutes / 60}h"
            ),
            Route.Callback => string.Create(CultureInfo.InvariantCulture, $"callback {row.WithinMinutes}m"),
            _ => "selfcare",
        };

    private static string NameOf(Enum value) =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string List(IReadOnlyList<string> items) => items.Count == 0 ? "none" : string.Join(", ", items);

    private static string Differ(int line, string expected, string got) =>
        (line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"line {line}\n"))
        + $"expected: {expected}\ngot: {got}";
}
