using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;

namespace TriageBot.Conversation.Dialogs;

/// <summary>
/// Pictures and other files that come with a message. Nobody looks at them, so the patient is asked for words, and the
/// nurse sees that something was sent.
/// </summary>
internal static class SentFiles
{
    private const string Note = "(sent a picture or file, which was not opened)";

    /// <returns>True where the message holds nothing else; false where its text is still to be read.</returns>
    public static async Task<bool> AnswerAsync(DialogContext dc, CancellationToken cancellation)
    {
        if (dc.Context.Activity.Attachments?.Any(IsFile) != true)
        {
            return false;
        }

        var turn = CheckInTurn.Of(dc.Context);
        turn.Change(c => c with { Words = [.. c.Words, new Effects.Quote(Note, turn.Now)] });
        await dc.Context.SayAsync("no-pictures", cancellation);
        if (turn.Text.Length > 0)
        {
            return false;
        }

        if (dc.ActiveDialog is not null)
        {
            await dc.RepromptDialogAsync(cancellation);
        }
        else if (turn.CheckIn.Stage == Stage.New)
        {
            await dc.BeginDialogAsync(nameof(CheckInDialog), null, cancellation);
        }

        return true;
    }

    // Some channels send the text itself a second time, as HTML.
    private static bool IsFile(Attachment? attachment) =>
        attachment is not null
        && attachment.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true;
}
