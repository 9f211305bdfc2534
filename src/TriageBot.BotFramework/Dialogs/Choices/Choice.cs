using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>One thing that the user can choose.</summary>
public class Choice
{
    /// <summary>Makes a choice.</summary>
    /// <param name="value">
    /// What is returned when it is chosen; also its label when <see cref="Action"/> has no title.
    /// </param>
    public Choice(string? value = null) => Value = value;

    /// <summary>What is returned when this choice is chosen.</summary>
    public string? Value { get; set; }

    /// <summary>The button to show in place of the one made from <see cref="Value"/>.</summary>
    public CardAction? Action { get; set; }

    /// <summary>Other words by which the user may name this choice.</summary>
    public List<string> Synonyms { get; set; } = [];
}
