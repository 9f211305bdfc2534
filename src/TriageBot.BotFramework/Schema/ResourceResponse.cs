namespace TriageBot.BotFramework.Schema;

/// <summary>The id that was given to an activity when it was sent.</summary>
public class ResourceResponse
{
    public ResourceResponse() { }

    public ResourceResponse(string? id = null) => Id = id;

    /// <summary>Null where an interceptor kept the activity from being sent.</summary>
    public string? Id { get; set; }
}
