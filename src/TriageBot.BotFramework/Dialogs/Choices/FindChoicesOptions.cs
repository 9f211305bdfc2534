namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>How a choice is searched for in a text.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>True to leave <see cref="Choice.Value"/> out of the search.</summary>
    public bool NoValue { get; set; }

    /// <summary>True to leave the title of <see cref="Choice.Action"/> out of the search.</summary>
    public bool NoAction { get; set; }

    /// <summary>True, the default, to read "2" and "two" as the second choice when no choice is named.</summary>
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>True, the default, to read "second" and "last" as a position when no choice is named.</summary>
    public bool RecognizeOrdinals { get; set; } = true;

    // The options belong to a prompt, which concurrent turns share: a turn's locale goes into a copy.
    internal FindChoicesOptions WithLocale(string locale)
    {
        var copy = (FindChoicesOptions)MemberwiseClone();
        copy.Locale = locale;
        return copy;
    }
}
