namespace TriageBot.BotFramework.Schema;

/// <summary>Kinds of activity that stay between bot and adapter and never reach a channel.</summary>
public static class ActivityTypesEx
{
    public const string Delay = "delay";
    public const string InvokeResponse = "invokeResponse";
}
