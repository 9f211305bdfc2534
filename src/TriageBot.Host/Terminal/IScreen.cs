namespace TriageBot.Host.Terminal;

/// <summary>How a conversation looks in a terminal.</summary>
internal interface IScreen
{
    /// <summary>Shows a message of the bot.</summary>
    /// <param name="isEmergency">True for an emergency instruction.</param>
    void Show(string text, bool isEmergency);

    /// <summary>Tells something about the program, not of the conversation.</summary>
    void Note(string text);

    /// <summary>The next line that the person writes, or null at the end.</summary>
    Task<string?> ReadAsync(CancellationToken stop);
}
