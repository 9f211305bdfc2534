namespace TriageBot.BotFramework.State;

/// <summary>A storage whose values pass through a codec; states find out by the same codec whether they changed.</summary>
public interface ICodedStorage : IStorage
{
    StateCodec Codec { get; }
}
