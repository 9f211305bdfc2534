namespace TriageBot.BotFramework.Hosting;

/// <summary>
/// What one attempt at a turn reads and collects. Nothing of it leaves the process before its owner commits it; after
/// a failure the owner throws it away and makes a new one.
/// </summary>
public interface ITurnUnit
{
    /// <summary>The states as of the beginning of this attempt.</summary>
    IStorage State { get; }

    /// <summary>What stamps this attempt's activities.</summary>
    TimeProvider Clock { get; }

    /// <summary>An id that no other activity of the conversation has or will have.</summary>
    string NextActivityId();

    /// <summary>Takes an outgoing activity, complete and addressed.</summary>
    void Add(OutgoingActivity outgoing);

    /// <summary>Takes a new version of an activity sent earlier, known by its id.</summary>
    void Update(OutgoingActivity changed);

    /// <summary>Takes back an activity sent earlier.</summary>
    void Delete(string activityId);
}
