using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Effects;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Conversation.Cases;

/// <summary>Writes the nurse's card from what a check-in knows. English: the card is for nurses, not for patients.</summary>
internal static class CardWriter
{
    private static readonly ConditionalWeakTable<Protocol, AskedFindings> Asked = [];

    public static CaseCard Write(CheckInTurn turn, Disposition disposition)
    {
        var checkIn = turn.CheckIn;
        var protocol = turn.Protocol;
        var observations = turn.Assessment.Evidence.Observations;
        var present = observations.Where(o => o.Polarity != Polarity.Absent).ToList();
        var known = observations.Select(o => o.Finding).ToHashSet();
        var route = Recommend(disposition);
        return new CaseCard
        {
            Situation = new Situation(Headline(turn, route), checkIn.Words),
            Background = new Background
            {
                Writer = checkIn.Writer,
                Name = checkIn.Contact.Name,
                Phone = checkIn.Contact.Phone,
                VoiceMailAllowed = checkIn.Contact.VoiceMail,
                BirthDate = turn.Facts.Enrolment.GetValueOrDefault("born"),
                DischargedOn = turn.Facts.Enrolment.GetValueOrDefault("discharged"),
                Carer = CarerOf(turn.Facts.Enrolment),
                Procedure = Known(checkIn.Sheet, "procedure") ?? checkIn.Earlier?.Procedure,
                BloodThinner = Known(checkIn.Sheet, "blood_thinner") ?? checkIn.Earlier?.BloodThinner,
                Language = checkIn.Language,
                Channel = turn.Facts.Door,
            },
            Assessment = new Assessed
            {
                Protocol = protocol.Id,
                Version = protocol.Version,
                Hash = protocol.Hash,
                Reasons = [.. Reasons(turn).Concat(checkIn.Earlier?.Reasons ?? []).Distinct()],
                Findings = [.. present.Select(Describe).Concat(checkIn.Earlier?.Findings ?? []).Distinct()],
                Denied = [.. Denied(turn).Concat(checkIn.Earlier?.Denied ?? []).Distinct()],
                NotAsked = [.. AskedBy(protocol).Where(NotKnown)],
                NotRead = [.. NotRead(checkIn.Sheet).Concat(checkIn.Earlier?.NotRead ?? []).Distinct()],
            },
            Recommendation = route,
        };

        bool NotKnown(string finding) =>
            !known.Contains(finding) && checkIn.Earlier?.Denied.Contains(finding) is not true;
    }

    /// <summary>The findings that a protocol asks about, each once. They are the same on each card.</summary>
    private static ImmutableArray<string> AskedBy(Protocol protocol) =>
        Asked.GetValue(protocol, asking => new AskedFindings(asking)).Findings;

    private static string? CarerOf(IReadOnlyDictionary<string, string> enrolment) =>
        enrolment.TryGetValue("carer", out var carer)
            ? $"{carer}, {(enrolment.GetValueOrDefault("carer_may_know") == "yes" ? "may be told" : "must not be told")}"
            : null;

    /// <summary>What the card says now, kept for a case whose answers are taken back or set aside.</summary>
    public static EarlierFindings Remember(CheckInTurn turn)
    {
        var earlier = turn.CheckIn.Earlier;
        var findings = turn
            .Assessment.Evidence.Observations.Where(o => o.Polarity != Polarity.Absent)
            .Select(o => $"{Describe(o)} (said before)");
        return new EarlierFindings(
            [.. (earlier?.Findings ?? []).Concat(findings).Distinct()],
            [.. (earlier?.Reasons ?? []).Concat(Reasons(turn)).Distinct()],
            [.. (earlier?.Denied ?? []).Concat(Denied(turn)).Distinct()],
            [.. (earlier?.NotRead ?? []).Concat(NotRead(turn.CheckIn.Sheet)).Distinct()],
            Known(turn.CheckIn.Sheet, "procedure") ?? earlier?.Procedure,
            Known(turn.CheckIn.Sheet, "blood_thinner") ?? earlier?.BloodThinner
        );
    }

    /// <summary>A fact as enrolment or an answer tells it; null where neither does.</summary>
    public static string? Known(AnswerSheet sheet, string fact) =>
        sheet.Facts.GetValueOrDefault(fact)
        ?? sheet[fact.Replace('_', '-')] switch
        {
            Answer.NotAsked => null,
            Answer.Chosen chosen => chosen.Option,
            var answer => AnswerNotation.Write(answer),
        };

    private static IEnumerable<string> Denied(CheckInTurn turn)
    {
        var observations = turn.Assessment.Evidence.Observations;
        var there = observations.Where(o => o.Polarity != Polarity.Absent).Select(o => o.Finding);
        return observations.Where(o => o.Polarity == Polarity.Absent).Select(o => o.Finding).Distinct().Except(there);
    }

    private static IEnumerable<string> NotRead(AnswerSheet sheet) =>
        sheet
            .Answers.Where(pair => pair.Value is Answer.Unsure or Answer.NotRead)
            .Select(pair => $"{pair.Key}: {AnswerNotation.Write(pair.Value)}");

    private static IEnumerable<ReasonLine> Reasons(CheckInTurn turn) =>
        turn.Assessment.Reasons.Select(reason => Line(reason.Rule));

    private static string Headline(CheckInTurn turn, string route)
    {
        var findings = turn
            .Assessment.Reasons.Select(reason => reason.Rule.About)
            .Concat((turn.CheckIn.Earlier?.Reasons ?? []).Select(reason => reason.Finding))
            .Distinct();
        var someoneElse = turn.CheckIn.Sheet.Heard.Any(o => o.Who == Who.Other) ? " May be someone else." : "";
        return $"{route} {string.Join(", ", findings)}.{someoneElse}{Helped(turn.CheckIn.Help)}";
    }

    private static string Helped(Help? help) =>
        help switch
        {
            Help.CannotCall => " PATIENT CANNOT CALL FOR HELP.",
            Help.Coming => " Patient says that help is coming.",
            _ => "",
        };

    private static string Recommend(Disposition disposition) =>
        disposition.Route == Route.Emergency
            ? "Emergency: phone the patient now; they were told to call the emergency number."
            : $"Call the patient back within {disposition.Within?.TotalHours:0.##} h.";

    private static ReasonLine Line(Rule rule) =>
        new(
            rule.Id,
            rule.About,
            rule.Source is Source.Cite cite
                ? $"sheet: {cite.Text}"
                : $"addition: {((Source.Addition)rule.Source).Because}"
        );

    private static string Describe(Observation o)
    {
        var attributes = new[]
        {
            o.Polarity == Polarity.Unsure ? "unsure" : null,
            o.Who == Who.Other ? "someone else" : null,
            o.Where == Where.Unknown ? null : $"where: {o.Where}",
            o.Trend == Trend.Unknown ? null : $"trend: {o.Trend}",
            o.When == When.Unknown ? null : $"when: {o.When}",
            o.Severity == Protocols.Findings.Severity.Unknown ? null : $"severity: {o.Severity}",
            o.Celsius is { } celsius ? $"{celsius} °C" : null,
        }
            .OfType<string>()
            .ToList();
        return attributes.Count == 0 ? o.Finding : $"{o.Finding} ({string.Join(", ", attributes)})";
    }

    private sealed class AskedFindings(Protocol protocol)
    {
        public ImmutableArray<string> Findings { get; } =
        [.. protocol.Questions.SelectMany(q => q.Asks).Where(Vocabulary.Findings.Contains).Distinct()];
    }
}
