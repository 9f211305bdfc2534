using TriageBot.Protocols.Questions;

namespace TriageBot.Conversation.Phrases;

/// <summary>The phrase keys of a question: a protocol's stand under <c>q.</c>, our own under <c>contact.</c></summary>
internal static class QuestionKeys
{
    public static string KeyOf(Question question) =>
        question.Section == Dialogs.ContactQuestions.Section ? $"contact.{question.Id}" : $"q.{question.Id}";

    public static string KeyOf(Question question, Option option) => $"{KeyOf(question)}.{option.Id}";
}
