using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;
using TriageBot.Language;
using TriageBot.Protocols;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Rules;

namespace TriageBot.Conversation.Dialogs;

/// <summary>What a text asks of the bot itself: an answer from the sheet, another language, help.</summary>
internal static class Requests
{
    private static readonly string NurseOffer = ContactQuestions.NurseOffer.Id;

    /// <summary>A question to the bot, thanks, help, another language: answered, then the open question is asked again.</summary>
    public static async Task<bool> AnswerAsync(DialogContext dc, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        var reading = turn.Reading!;
        var language = reading.Requests.FirstOrDefault(r => r.StartsWith("speak_", StringComparison.Ordinal))?[6..];
        if (language is not null && turn.Content.Phrases.Speaks(language))
        {
            turn.Change(c => c with { Language = language });
            await dc.Context.SayAsync("language-changed", cancellation);
        }
        else if (TopicAsked(turn) is { } topic)
        {
            await dc.Context.SayAsync($"topic.{topic.Id}", cancellation);
            if (Reports(reading) && OpenQuestionReadsIt(turn))
            {
                // The question is answered; what the text reports is still to be read.
                return false;
            }

            var stands = turn.CheckIn.Case is not null || turn.Assessment.NeedsCase;
            if (topic.OffersCallback && !stands && turn.CheckIn.Out?.Id != NurseOffer)
            {
                await dc.BeginDialogAsync(nameof(NurseOfferDialog), null, cancellation);
                return true;
            }
        }
        else if (reading.Requests.Contains("never_mind") && turn.CheckIn.Case is not null)
        {
            await dc.Context.SayAsync("correction", cancellation);
        }
        else if (turn.CheckIn.Out?.Id == NurseOffer && Reports(reading) && !OpenQuestionReadsIt(turn))
        {
            // A symptom makes the offer idle: the rules see to the nurse, and the script goes on.
            await dc.EndDialogAsync(null, cancellation);
            return true;
        }
        else if (reading.Has("help") || CarrierWords.AskForHelp(turn.Text))
        {
            await dc.Context.SayAsync("help", cancellation);
        }
        else if (IsOnlyThanks(reading))
        {
            await dc.Context.SayAsync("welcome", cancellation);
        }
        else if (!IsOnlyHello(turn))
        {
            return false;
        }

        await dc.RepromptDialogAsync(cancellation);
        return true;
    }

    /// <summary>What the text asks that the sheet answers, or says nothing about; null where it asks nothing.</summary>
    public static Topic? TopicAsked(CheckInTurn turn) =>
        turn.Reading!.Requests is { IsEmpty: false } requests
            ? turn.Protocol.Topics.FirstOrDefault(topic =>
                requests.Contains($"ask_{topic.Id}") || requests.Contains(topic.Id)
            )
            : null;

    private static bool OpenQuestionReadsIt(CheckInTurn turn) =>
        turn.CheckIn.Out is not { } asked
        || (turn.Find(asked.Id) is { } question && turn.ReplyTo(question).Answer is not null);

    private static bool IsOnlyThanks(Reading reading) =>
        reading.Has("thanks")
        && reading.Mentions.All(mention => mention.Observation.Finding == "thanks")
        && reading.Requests.All(ToldBeside.Tells);

    /// <summary>A hello to the open question is no answer to it; the question is asked again.</summary>
    private static bool IsOnlyHello(CheckInTurn turn) =>
        turn.CheckIn.Out is not null
        && turn.Reading!.Requests.Contains("hello")
        && !OpeningWords.SaySomething(turn.Reading, turn.Text);

    private static bool Reports(Reading reading) =>
        reading.Mentions.Any(mention =>
            mention.Observation.Polarity != Polarity.Absent
            && mention.Observation.When != When.Hypothetical
            && Vocabulary.Findings.Contains(mention.Observation.Finding)
        );
}
