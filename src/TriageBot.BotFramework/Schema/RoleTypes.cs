namespace TriageBot.BotFramework.Schema;

/// <summary>Who stands behind an account.</summary>
public static class RoleTypes
{
    public const string Bot = "bot";
    public const string User = "user";
}
