namespace TriageBot.BotFramework.Dialogs;

/// <summary>The events that this room emits.</summary>
public class DialogEvents
{
    /// <summary>A dialog begins.</summary>
    public const string BeginDialog = "beginDialog";

    /// <summary>The dialog is to ask again.</summary>
    public const string RepromptDialog = "repromptDialog";

    /// <summary>The dialogs are being cancelled; whoever handles it stops that.</summary>
    public const string CancelDialog = "cancelDialog";

    /// <summary>An activity came, before the active dialog continues.</summary>
    public const string ActivityReceived = "activityReceived";

    /// <summary>The dialogs are not those that the stored stack was made by.</summary>
    public const string VersionChanged = "versionChanged";

    /// <summary>Something failed.</summary>
    public const string Error = "error";

    /// <summary>An event of the bot's own.</summary>
    public const string Custom = "custom";
}
