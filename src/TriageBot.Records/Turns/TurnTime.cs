namespace TriageBot.Records.Turns;

/// <summary>The moment of a turn on two clocks.</summary>
/// <param name="Here">On the host's clock.</param>
/// <param name="Offset">How far the conversation's clock is ahead.</param>
internal readonly record struct TurnTime(DateTimeOffset Here, TimeSpan Offset)
{
    public DateTimeOffset There => Here + Offset;

    /// <summary>When the conversation's <paramref name="moment"/> comes on the host's clock.</summary>
    public DateTimeOffset ToHere(DateTimeOffset moment) => moment - Offset;
}
