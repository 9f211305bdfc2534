using System.Globalization;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>A dialog stack in a turn: what is under way, and the ways to begin, continue and end dialogs.</summary>
public partial class DialogContext
{
    private const string TurnLocale = "turn.locale";
    private const string ActivityReceivedEmitted = "activityReceivedEmitted";

    /// <summary>Opens a stack.</summary>
    /// <param name="dialogs">The dialogs that the stack may hold.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="state">The stack, which is changed in place.</param>
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(state);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = state.DialogStack ??= [];
    }

    /// <summary>Opens the stack inside a dialog of another one.</summary>
    /// <param name="dialogs">The dialogs that the inner stack may hold.</param>
    /// <param name="parentDialogContext">The outer stack; its dialogs can be begun too.</param>
    /// <param name="state">The inner stack, which is changed in place.</param>
    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, Required(parentDialogContext).Context, state)
    {
        Parent = parentDialogContext;
        TakeServicesOf(parentDialogContext);
    }

    /// <summary>The dialogs that the stack may hold.</summary>
    public DialogSet Dialogs { get; }

    /// <summary>The turn.</summary>
    public ITurnContext Context { get; }

    /// <summary>The stack; the active dialog is the first.</summary>
    public List<DialogInstance> Stack { get; }

    /// <summary>The stack outside this one; null for the outermost.</summary>
    public DialogContext? Parent { get; set; }

    /// <summary>The stack inside the active dialog; null where that has none.</summary>
    public DialogContext? Child =>
        ActiveDialog is { } active && FindDialog(active.Id) is DialogContainer container
            ? container.CreateChildContext(this)
            : null;

    /// <summary>The entry of the active dialog; null where the stack is empty.</summary>
    public DialogInstance? ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>What the dialogs of this stack and the inner ones may use; inner stacks begin with a copy.</summary>
    public TurnContextStateCollection Services { get; } = [];

    /// <summary>Finds a dialog in this set, else in the outer ones.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <returns>The dialog, or null.</returns>
    public Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <summary>The culture of the turn: the one set for it, else the activity's, else the thread's.</summary>
    public string GetLocale()
    {
        var locale = Context.TurnState.Get<string>(TurnLocale);
        locale = string.IsNullOrEmpty(locale) ? Context.Activity.Locale : locale;
        try
        {
            return string.IsNullOrEmpty(locale) ? CultureInfo.CurrentCulture.Name : new CultureInfo(locale).Name;
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.CurrentCulture.Name;
        }
    }

    /// <summary>Offers an event to the active dialog and, if it bubbles, to those who started it.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="value">What belongs to it.</param>
    /// <param name="bubble">Whether outer dialogs hear of it where inner ones do not handle it.</param>
    /// <param name="fromLeaf">True to begin with the innermost active dialog.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>True where it was handled.</returns>
    public async Task<bool> EmitEventAsync(
        string name,
        object? value = null,
        bool bubble = true,
        bool fromLeaf = false,
        CancellationToken cancellationToken = default
    )
    {
        var dc = fromLeaf ? Innermost(this) : this;
        if (dc.ActiveDialog is not { } active || dc.FindDialog(active.Id) is not { } dialog)
        {
            return false;
        }

        var dialogEvent = new DialogEvent
        {
            Name = name,
            Value = value,
            Bubble = bubble,
        };
        return await dialog.OnDialogEventAsync(dc, dialogEvent, cancellationToken);
    }

    private protected void TakeServicesOf(DialogContext other)
    {
        foreach (var (key, service) in other.Services)
        {
            Services[key] = service;
        }
    }

    private static DialogContext Innermost(DialogContext dc)
    {
        while (dc.Child is { } child)
        {
            dc = child;
        }

        return dc;
    }

    private static DialogContext Required(DialogContext parentDialogContext)
    {
        ArgumentNullException.ThrowIfNull(parentDialogContext);
        return parentDialogContext;
    }
}
