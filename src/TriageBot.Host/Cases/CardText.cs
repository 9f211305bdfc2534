using System.Globalization;
using System.Text;
using TriageBot.Conversation.Effects;

namespace TriageBot.Host.Cases;

/// <summary>A nurse's card as plain text, in SBAR order, ready to be copied.</summary>
internal static class CardText
{
    public static string Write(CaseSheet sheet, TimeZoneInfo zone)
    {
        var text = new StringBuilder();
        var line = sheet.Case;
        Line($"Case {line.Id}");
        Line($"{line.Disposition.ToUpperInvariant()}, {line.Kind}, {line.Status}{By(line.AcknowledgedBy)}");
        Line($"Due {Time(line.Due)}{(line.Overdue ? " (OVERDUE)" : "")}, opened {Time(line.OpenedAt)}");
        if (sheet.PromisedBy is { } promised)
        {
            Line($"The patient was told: by {Time(promised)}");
        }

        if (sheet.Outcome is { } outcome)
        {
            Line($"Outcome: {outcome}");
        }

        if (sheet.Fault is { } fault)
        {
            Line($"WARNING: {fault}");
        }

        if (sheet.Card is { } card)
        {
            WriteCard(card);
        }
        else
        {
            Line("");
            Line("The texts of this case were erased.");
        }

        Section("EVENTS", sheet.Events.Select(step => $"{Time(step.At)}  {step.Kind} by {step.Actor}"));
        return text.ToString();

        void WriteCard(CaseCard card)
        {
            Section("SITUATION", [card.Situation.Headline]);
            Section("", card.Situation.Words.Select(quote => $"{Time(quote.At)}  \"{quote.Text}\""));
            Section("BACKGROUND", Background(card.Background));
            var seen = card.Assessment;
            Section("ASSESSMENT", seen.Findings);
            Section("Because of", seen.Reasons.Select(reason => $"{reason.Finding}: {reason.Rule}. {reason.Source}"));
            Section("Denied", Listed(seen.Denied));
            Section("Not asked", Listed(seen.NotAsked));
            Section("Asked, and not answered or not read", Listed(seen.NotRead));
            Section("Protocol", seen.Protocol.Length == 0 ? [] : [$"{seen.Protocol} {seen.Version}"]);
            Section("RECOMMENDATION", [card.Recommendation]);
        }

        void Section(string title, IEnumerable<string> lines)
        {
            var all = lines.ToList();
            if (all.Count == 0)
            {
                return;
            }

            if (title.Length > 0)
            {
                Line("");
                Line(title);
            }

            all.ForEach(entry => Line($"  {entry}"));
        }

        void Line(string entry) => text.Append(Plain(entry)).Append('\n');

        string Time(DateTimeOffset at) =>
            TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Background(Background known)
    {
        (string Name, string? Value)[] facts =
        [
            ("Writes", known.Writer),
            ("Name", known.Name),
            ("Phone", known.Phone ?? "NONE: nobody can call"),
            ("Voice mail", known.VoiceMailAllowed is { } may ? (may ? "allowed" : "not allowed") : null),
            ("Born", known.BirthDate),
            ("Went home on", known.DischargedOn),
            ("Carer", known.Carer),
            ("Procedure", known.Procedure),
            ("Blood thinner", known.BloodThinner),
            ("Language", known.Language),
            ("Channel", known.Channel),
            ("Emergency instruction", known.InstructionDelivery),
        ];
        return facts.Where(fact => fact.Value is not null).Select(fact => $"{fact.Name}: {fact.Value}");
    }

    private static IEnumerable<string> Listed(IReadOnlyList<string> all) =>
        all.Count == 0 ? [] : [string.Join(", ", all)];

    // A patient's text may hold characters that a terminal obeys.
    private static string Plain(string entry) => string.Concat(entry.Select(c => char.IsControl(c) ? ' ' : c));

    private static string By(string? nurse) => nurse is null ? "" : $" by {nurse}";
}
