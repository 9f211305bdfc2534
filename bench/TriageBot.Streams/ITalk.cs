namespace TriageBot.Streams;

/// <summary>Somebody who writes again and again, by one of the doors.</summary>
internal interface ITalk
{
    /// <param name="answered">Takes how long each post took.</param>
    /// <param name="heard">Takes how long it took until a reply was there; null where nobody listens.</param>
    /// <param name="begin">How long to wait before the first text.</param>
    Task PlayAsync(Times answered, Times? heard, TimeSpan begin, TimeSpan length, CancellationToken stop);
}
