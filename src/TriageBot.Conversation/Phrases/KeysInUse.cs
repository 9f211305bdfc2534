using TriageBot.Protocols;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Conversation.Phrases;

/// <summary>The phrase keys that protocols and dialogs name, so that a missing text is found at start and not by a patient.</summary>
internal static class KeysInUse
{
    private static readonly string[] OfDialogs =
    [
        "greeting",
        "opening.fine",
        "tail.any-of",
        "tail.yes-no",
        "tail.choice",
        "option.none",
        "option.unsure",
        "option.yes",
        "option.no",
        "unread.any-of",
        "unread.yes-no",
        "unread.choice",
        "unread.temperature",
        "unread.scale",
        "unread.text",
        "unread.phone",
        "ambiguous.temperature",
        "impossible.temperature",
        "impossible.scale",
        "asked-again",
        "asked-again.crossed",
        "no-pictures",
        "emergency.nurse",
        "emergency.nurse.no-number",
        "emergency.nurse.no-promise",
        "emergency.crisis",
        "emergency.why",
        "emergency.why.private",
        "emergency.coming",
        "emergency.cannot-call",
        "emergency.unclear",
        "emergency.refused",
        "callback.promise",
        "callback.no-number",
        "callback.no-promise",
        "callback.refused",
        "callback.thanks",
        "callback.missed",
        "callback.missed.call-now",
        "self-care.close",
        "self-care.close.case-stands",
        "correction",
        "silence",
        "started-over",
        "nurse-first",
        "welcome",
        "help",
        "failed",
        "opt-out",
        "wrong-number",
        "language-changed",
        "offer-declined",
        "offer-accepted",
        "day.today",
        "day.tomorrow",
    ];

    private static readonly string[] OfPage =
    [
        "page.title",
        "page.call-emergency",
        "page.call-nurse",
        "page.call-crisis",
        "page.phone",
        "page.earlier",
        "page.birth-date",
        "page.show",
        "page.born-wrong",
        "page.born-closed",
        "page.languages",
        "page.language",
        "page.conversation",
        "page.bot",
        "page.you",
        "page.no-script",
        "page.offline",
        "page.try-now",
        "page.answers",
        "page.write",
        "page.send",
        "page.more",
        "page.larger",
        "page.save",
        "page.print",
        "page.leave",
        "page.leave-sure",
        "page.tick",
        "page.send-ticked",
        "page.sending",
        "page.sent",
        "page.again",
        "page.waiting",
        "page.refused",
        "page.gone",
        "page.file-name",
    ];

    public static IEnumerable<string> Of(IEnumerable<Protocol> protocols) =>
        OfDialogs
            .Concat(OfPage)
            .Concat(Dialogs.ContactQuestions.All.SelectMany(OfQuestion))
            .Concat(protocols.SelectMany(OfProtocol));

    private static IEnumerable<string> OfProtocol(Protocol protocol) =>
        protocol
            .Questions.SelectMany(OfQuestion)
            .Concat(protocol.Advice.Select(advice => $"advice.{advice.Id}"))
            .Concat(protocol.Topics.Select(topic => $"topic.{topic.Id}"))
            .Concat(protocol.Instructions.Select(id => $"emergency.{id}"))
            .Concat(
                protocol
                    .Rules.Select(rule => rule.About)
                    .Where(Vocabulary.Findings.Contains)
                    .Select(f => $"finding.{f}")
            );

    private static IEnumerable<string> OfQuestion(Question question) =>
        question.Options.Select(option => QuestionKeys.KeyOf(question, option)).Prepend(QuestionKeys.KeyOf(question));
}
