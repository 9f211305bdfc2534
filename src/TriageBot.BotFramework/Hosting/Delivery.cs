namespace TriageBot.BotFramework.Hosting;

/// <summary>How an attempt to deliver ended, as far as the sender can know.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>The channel took it. The id is the channel's own, null where it told none.</summary>
    public sealed record Sent(string? Id) : Delivery;

    /// <summary>The channel did not take it: 401, 408, 429, 5xx, or no connection. Sending again cannot double it.</summary>
    /// <param name="RetryAfter">How long the channel asks to wait; never negative.</param>
    /// <param name="Status">The HTTP status, null where there was no answer.</param>
    public sealed record Refused(TimeSpan? RetryAfter, int? Status) : Delivery;

    /// <summary>It left, and no answer came. Sending again may double it, not sending may lose it.</summary>
    public sealed record Unknown(string Reason) : Delivery;

    /// <summary>The channel will never take it: another 4xx, a redirection, or an address that cannot be.</summary>
    /// <param name="Status">The HTTP status, null where the address is at fault.</param>
    /// <param name="Reason">What a log may say about it; no part of the message.</param>
    public sealed record Failed(int? Status, string Reason) : Delivery;
}
