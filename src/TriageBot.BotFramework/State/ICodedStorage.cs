namespace TriageBot.BotFramework.State;

/// <summary>A storage whose values pass through a codec; states find out by the same codec whether they changed.</summary>
public interface ICodedStorage : IStorage
{
    StateCodec Codec { get; }

    /// <summary>The text under a key as the codec wrote it, or null where the storage keeps none to show.</summary>
    string? ReadText(string key) => null;

    /// <summary>Takes a value that has been written by the codec already. False where the storage wants the value itself.</summary>
    bool WriteText(string key, string text) => false;
}
