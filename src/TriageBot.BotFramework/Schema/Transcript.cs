namespace TriageBot.BotFramework.Schema;

/// <summary>The activities of a conversation, oldest first.</summary>
public class Transcript
{
    public Transcript() { }

    public Transcript(IList<Activity>? activities = null) => Activities = activities;

    public IList<Activity>? Activities { get; set; }
}
