namespace TriageBot.BotFramework.Schema;

/// <summary>Values of <c>action</c> in a contact relation update.</summary>
public static class ContactRelationUpdateActionTypes
{
    public const string Add = "add";
    public const string Remove = "remove";
}
