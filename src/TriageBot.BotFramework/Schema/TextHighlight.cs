namespace TriageBot.BotFramework.Schema;

/// <summary>A piece of an earlier message's text that a suggestion points at.</summary>
public class TextHighlight
{
    public TextHighlight() { }

    public TextHighlight(string? text = null, int? occurrence = null)
    {
        Text = text;
        Occurrence = occurrence;
    }

    public string? Text { get; set; }

    /// <summary>Which of several equal pieces is meant, counted from one.</summary>
    public int? Occurrence { get; set; }
}
