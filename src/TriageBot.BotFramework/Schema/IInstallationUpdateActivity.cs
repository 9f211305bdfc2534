namespace TriageBot.BotFramework.Schema;

/// <summary>The bot was installed or uninstalled in an organization's channel.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    string? Action { get; set; }
}
