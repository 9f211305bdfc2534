namespace TriageBot.BotFramework.Dialogs;

/// <summary>A dialog that calls others, which are added to the set together with it.</summary>
public interface IDialogDependencies
{
    /// <summary>The dialogs that this one calls.</summary>
    IEnumerable<Dialog> GetDependencies();
}
