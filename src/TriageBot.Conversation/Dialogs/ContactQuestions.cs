using System.Collections.Immutable;
using TriageBot.Protocols.Questions;

namespace TriageBot.Conversation.Dialogs;

/// <summary>Questions that belong to no protocol: no clinical rule reads their answers.</summary>
public static class ContactQuestions
{
    /// <summary>The section that they stand in.</summary>
    public const string Section = "contact";

    /// <summary>After the emergency instruction: is help coming, or can the patient not call?</summary>
    public static Question HelpComing { get; } = Make("help-coming", QuestionKind.Choice, [], "coming", "cannot-call");

    public static Question Phone { get; } = Make("phone", QuestionKind.Phone, ["phone"]);

    public static Question PhoneRight { get; } = Make("phone-right", QuestionKind.YesNo, ["phone"]);

    public static Question Name { get; } = Make("name", QuestionKind.Text, ["name"]);

    public static Question VoiceMail { get; } = Make("voice-mail", QuestionKind.YesNo, []);

    /// <summary>Where a callback within hours would end at night.</summary>
    public static Question GoodTime { get; } =
        Make("good-time", QuestionKind.Choice, ["good_time"], "tonight", "tomorrow");

    /// <summary>After a question that the sheet does not answer.</summary>
    public static Question NurseOffer { get; } = Make("nurse-offer", QuestionKind.YesNo, []);

    public static ImmutableArray<Question> All { get; } =
    [HelpComing, Phone, PhoneRight, Name, VoiceMail, GoodTime, NurseOffer];

    public static Question? Find(string id) => All.FirstOrDefault(question => question.Id == id);

    private static Question Make(string id, QuestionKind kind, ImmutableArray<string> asks, params string[] options) =>
        new(id, Section, kind, Stakes.None, null, asks, [.. options.Select(o => new Option(o, []))], [], null, 0);
}
