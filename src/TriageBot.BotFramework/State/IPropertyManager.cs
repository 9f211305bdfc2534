namespace TriageBot.BotFramework;

/// <summary>Something that has properties to be accessed.</summary>
public interface IPropertyManager
{
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}
