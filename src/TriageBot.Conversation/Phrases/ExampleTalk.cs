using System.Globalization;
using TriageBot.Conversation.Messages;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Proofs;
using TriageBot.Protocols.Questions;

namespace TriageBot.Conversation.Phrases;

/// <summary>Writes an example of a proof as a conversation: what the bot asks, and what the patient sends.</summary>
public static class ExampleTalk
{
    /// <returns>One line for each thing said, "Bot: …" and "Patient: …".</returns>
    public static IEnumerable<string> Of(Protocol protocol, PhraseBook phrases, IEnumerable<Turn> turns)
    {
        foreach (var turn in turns)
        {
            if (turn.Question is { } id && turn.Answer is { } answer && protocol.Find(id) is { } question)
            {
                yield return $"Bot: {phrases.Find(QuestionKeys.KeyOf(question)) ?? id}";
                yield return $"Patient: {Sent(question, answer, phrases)}";
            }
            else
            {
                yield return $"Patient: \"{string.Join(", ", turn.Said.Select(o => $"{phrases.Find($"finding.{o.Finding}") ?? o.Finding} [{Turn.Describe(o)}]"))}\"";
            }
        }
    }

    private static string Sent(Question question, Answer answer, PhraseBook phrases) =>
        answer switch
        {
            Answer.Yes => Shown(question, phrases, "1"),
            Answer.No => Shown(question, phrases, "2"),
            Answer.Unsure => $"9 {phrases.Find("option.unsure")}",
            Answer.NotRead => "(a text that cannot be read)",
            Answer.Selected { Options.IsEmpty: true } => $"0 {phrases.Find("option.none")}",
            Answer.Selected ticked => string.Join(", ", ticked.Options.Select(id => Ticked(question, id, phrases))),
            Answer.Chosen chosen => Ticked(question, chosen.Option, phrases),
            Answer.Temperature reading => string.Create(CultureInfo.InvariantCulture, $"{reading.Celsius}"),
            Answer.NoThermometer => "0 (no thermometer)",
            Answer.Scale scale => scale.Value.ToString(CultureInfo.InvariantCulture),
            Answer.Words { Text: "" } => "(nothing new)",
            _ => AnswerNotation.Write(answer),
        };

    private static string Shown(Question question, PhraseBook phrases, string value) =>
        ShownOption.Of(question, phrases).FirstOrDefault(option => option.Value == value) is { } option
            ? $"{value} {option.Label}"
            : value;

    private static string Ticked(Question question, string id, PhraseBook phrases)
    {
        var option = question.Options.First(option => option.Id == id);
        return $"{question.Options.IndexOf(option) + 1} {phrases.Find(QuestionKeys.KeyOf(question, option)) ?? id}";
    }
}
