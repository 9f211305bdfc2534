namespace TriageBot.BotFramework.Dialogs;

/// <summary>Why a method of a dialog is called.</summary>
public enum DialogReason
{
    /// <summary>The dialog begins.</summary>
    BeginCalled,

    /// <summary>The dialog is active and a new activity came.</summary>
    ContinueCalled,

    /// <summary>The dialog, or the one that it started, ended.</summary>
    EndCalled,

    /// <summary>The dialog is ending because another takes its place.</summary>
    ReplaceCalled,

    /// <summary>The dialog is ending because it was cancelled.</summary>
    CancelCalled,

    /// <summary>The step before went on without waiting for the user.</summary>
    NextCalled,
}
