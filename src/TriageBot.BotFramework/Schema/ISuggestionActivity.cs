namespace TriageBot.BotFramework.Schema;

/// <summary>A message meant for one person about an earlier message.</summary>
public interface ISuggestionActivity : IMessageActivity
{
    IList<TextHighlight>? TextHighlights { get; set; }
}
