namespace TriageBot.BotFramework.Dialogs;

/// <summary>Catches a cancellation token that was passed where the overloads take any object.</summary>
internal static class Misplaced
{
    public static void Reject(object? value, string parameter)
    {
        if (value is CancellationToken)
        {
            throw new ArgumentException("A cancellation token was passed here; name the argument.", parameter);
        }
    }
}
