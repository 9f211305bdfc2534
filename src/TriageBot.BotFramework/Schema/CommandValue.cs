namespace TriageBot.BotFramework.Schema;

/// <summary>The value of a command activity.</summary>
/// <typeparam name="T">The type of the command's own data.</typeparam>
public class CommandValue<T>
{
    /// <summary>What the result refers to.</summary>
    public string? CommandId { get; set; }

    public T? Data { get; set; }
}
