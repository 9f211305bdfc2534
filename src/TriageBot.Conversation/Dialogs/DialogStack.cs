using TriageBot.Conversation.CheckIns;

namespace TriageBot.Conversation.Dialogs;

/// <summary>
/// The dialog stack of a turn. It is a cache: where a dialog on it is no longer the one that it was, the stack is dropped
/// and the check-in begins again over the stored answers, none of which is asked twice.
/// </summary>
internal sealed class DialogStack(DialogState state)
{
    private DialogContext? context;

    public DialogContext Open(DialogSet dialogs, ITurnContext turnContext)
    {
        if (context is not null)
        {
            return context;
        }

        foreach (var instance in state.DialogStack)
        {
            if (
                dialogs.Find(instance.Id) is not { } dialog
                || (instance.Version ?? dialog.GetVersion()) != dialog.GetVersion()
            )
            {
                state.DialogStack.Clear();
                CheckInTurn.Of(turnContext).IsResuming = true;
                break;
            }
        }

        return context = new DialogContext(dialogs, turnContext, state);
    }
}
