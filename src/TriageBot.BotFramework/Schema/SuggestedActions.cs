namespace TriageBot.BotFramework.Schema;

/// <summary>Buttons that are shown with a message and go away after one is pressed.</summary>
public class SuggestedActions
{
    public SuggestedActions() { }

    public SuggestedActions(IList<string>? to = null, IList<CardAction>? actions = null)
    {
        To = to;
        Actions = actions;
    }

    public SuggestedActions(IEnumerable<string>? to, IEnumerable<CardAction>? actions)
        : this(to?.ToList(), actions?.ToList()) { }

    /// <summary>Ids of the members who see the buttons; null or empty means all.</summary>
    public IList<string>? To { get; set; }

    public IList<CardAction>? Actions { get; set; }
}
