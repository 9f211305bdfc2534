namespace TriageBot.BotFramework.Schema;

/// <summary>Values of <c>action</c> in an installation update.</summary>
public static class InstallationUpdateActionTypes
{
    public const string Add = "add";
    public const string Remove = "remove";
}
