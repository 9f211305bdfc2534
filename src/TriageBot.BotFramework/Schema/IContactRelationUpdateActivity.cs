namespace TriageBot.BotFramework.Schema;

/// <summary>A user added the bot to, or removed it from, their contacts.</summary>
public interface IContactRelationUpdateActivity : IActivity
{
    string? Action { get; set; }
}
