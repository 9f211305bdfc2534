namespace TriageBot.BotFramework.Schema;

/// <summary>The value of a command result activity.</summary>
/// <typeparam name="T">The type of the result's own data.</typeparam>
public class CommandResultValue<T>
{
    /// <summary>The id of the command.</summary>
    public string? CommandId { get; set; }

    public T? Data { get; set; }

    /// <summary>What went wrong; null where nothing did.</summary>
    public Error? Error { get; set; }
}
