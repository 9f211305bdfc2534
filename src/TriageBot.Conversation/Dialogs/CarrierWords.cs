using System.Collections.Frozen;

namespace TriageBot.Conversation.Dialogs;

/// <summary>
/// The words that phone companies act on. They count only as the whole text; no option, command or question of ours
/// invites one.
/// </summary>
internal static class CarrierWords
{
    private static readonly FrozenSet<string> Leaving = new[]
    {
        "stop",
        "stopall",
        "stop all",
        "unsubscribe",
        "cancel",
        "end",
        "quit",
        "revoke",
        "optout",
        "remove",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Helping = new[] { "help", "info" }.ToFrozenSet(
        StringComparer.OrdinalIgnoreCase
    );

    public static bool Leave(string text) => Leaving.Contains(Bare(text));

    public static bool AskForHelp(string text) => Helping.Contains(Bare(text));

    private static string Bare(string text) => text.Trim().TrimEnd('.', '!');
}
