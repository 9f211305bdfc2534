using TriageBot.Conversation.Cases;
using TriageBot.Conversation.Effects;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;

namespace TriageBot.Conversation.CheckIns;

/// <summary>How a check-in begins: with what enrolment knows, and after another one with what stays true of the writer.</summary>
internal static class CheckInBeginning
{
    public static CheckIn Begin(TriageContent content, TurnFacts facts, string language)
    {
        var protocol = content.Current(facts.Enrolment.GetValueOrDefault("procedure"));
        return new CheckIn
        {
            Protocol = protocol.Id,
            ProtocolHash = protocol.Hash,
            Language = language,
            Sheet = Known(facts),
            Contact = new ContactDetails(
                facts.Enrolment.GetValueOrDefault("phone") ?? facts.ChannelPhone,
                facts.Enrolment.GetValueOrDefault("name")
            ),
        };
    }

    /// <summary>A new sheet for the same writer. A case that a nurse can see stays with it.</summary>
    /// <param name="facts">What stays true: the procedure, where the patient did not take it back.</param>
    public static CheckIn Afresh(this CheckIn checkIn, CheckInTurn turn, params ReadOnlySpan<string> facts)
    {
        var sheet = Known(turn.Facts);
        foreach (var fact in facts)
        {
            sheet = CardWriter.Known(checkIn.Sheet, fact) is { } known ? sheet.Knowing(fact, known) : sheet;
        }

        return checkIn with
        {
            Stage = Stage.Talking,
            Earlier = checkIn.Case is null ? null : CardWriter.Remember(turn),
            Sheet = sheet.Hear(turn.Reading is null ? [] : Heard.In(turn.Reading)),
            Out = null,
            Answered = [],
            AskedForNurse = false,
            Told = null,
            InstructedFor = [],
            ClosedFor = [],
            Standstill = null,
            Help = null,
        };
    }

    /// <summary>The current text of its protocol, for a check-in that has no answer yet.</summary>
    public static CheckIn On(this CheckIn checkIn, Protocol protocol) =>
        checkIn with
        {
            Protocol = protocol.Id,
            ProtocolHash = protocol.Hash,
        };

    private static AnswerSheet Known(TurnFacts facts) =>
        facts
            .Enrolment.Where(pair => pair.Key is "procedure" or "blood_thinner")
            .Aggregate(AnswerSheet.Empty, (sheet, pair) => sheet.Knowing(pair.Key, pair.Value));
}
