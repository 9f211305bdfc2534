using TriageBot.Conversation.Effects;
using TriageBot.Conversation.Messages;
using TriageBot.Conversation.Organizations;
using TriageBot.Conversation.Phrases;
using TriageBot.Language;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;

namespace TriageBot.Conversation.CheckIns;

/// <summary>
/// One turn of one check-in: what dialogs work on. It lives in TurnState for the turn; dialogs themselves are shared by
/// all conversations and hold nothing.
/// </summary>
public sealed class CheckInTurn(TriageContent content, CheckIn checkIn, TurnFacts facts, TurnEffects effects)
{
    private Assessment? assessment;
    private Protocol? protocol;
    private (Question Question, string Language, Reply Reply)? read;

    public TriageContent Content { get; } = content;

    public TurnFacts Facts { get; } = facts;

    public TurnEffects Effects { get; } = effects;

    public CheckIn CheckIn { get; private set; } = checkIn;

    /// <summary>What the inbound text says; null in a turn that no text began.</summary>
    public Reading? Reading { get; init; }

    /// <summary>The inbound text, or empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>The id of the message that the inbound text says it replies to, or null.</summary>
    public string? RepliesTo { get; init; }

    /// <summary>True where the dialog stack was dropped: the question that is out reads this text instead of going out again.</summary>
    public bool IsResuming { get; set; }

    public DateTimeOffset Now { get; } = facts.Clock.GetUtcNow();

    public Organization Organization => Content.Organization;

    public Protocol Protocol => protocol ??= Content.Pinned(CheckIn.Protocol, CheckIn.ProtocolHash);

    public PhraseBook Phrases => Content.Phrases.In(CheckIn.Language);

    /// <summary>What the rules say now.</summary>
    public Assessment Assessment => assessment ??= Triage.Assess(Protocol, CheckIn.Sheet);

    public static CheckInTurn Of(ITurnContext turnContext) => turnContext.Need<CheckInTurn>();

    public void Change(Func<CheckIn, CheckIn> change)
    {
        var before = CheckIn;
        CheckIn = change(before);
        var isOther = before.ProtocolHash != CheckIn.ProtocolHash || before.Protocol != CheckIn.Protocol;
        protocol = isOther ? null : protocol;
        assessment = isOther || !ReferenceEquals(before.Sheet, CheckIn.Sheet) ? null : assessment;
    }

    public void Answer(Question question, Answer answer) =>
        Change(c =>
            c with
            {
                Sheet = c.Sheet.With(question.Id, answer),
                Answered = [.. c.Answered.Where(a => a.Question != question.Id), new Answered(question.Id, Now)],
                Out = null,
            }
        );

    /// <summary>What the text says to a question, in a turn that a text began.</summary>
    public Reply ReplyTo(Question question)
    {
        if (read is not { } known || !ReferenceEquals(known.Question, question) || known.Language != CheckIn.Language)
        {
            var asked = ShownOption.Asked(question, Phrases);
            read = known = (question, CheckIn.Language, Content.Reader.ReadReply(asked, Reading!, Text));
        }

        return known.Reply;
    }

    public Question? Find(string question) => Protocol.Find(question) ?? Dialogs.ContactQuestions.Find(question);
}
