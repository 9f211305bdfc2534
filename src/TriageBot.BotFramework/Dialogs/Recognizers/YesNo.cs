namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>What a text says to a question that asks for yes or no.</summary>
internal enum YesNo
{
    /// <summary>Nothing about it.</summary>
    NotSaid,
    Yes,
    No,

    /// <summary>That the user does not know, in words that contain a yes or a no: "not sure", "no idea".</summary>
    Unsure,
}
