namespace TriageBot.Host.Link;

/// <summary>What a verb asks of the running host.</summary>
/// <param name="Do">The method of <see cref="IHostWork"/>.</param>
internal sealed record LinkRequest(string Do)
{
    public string Case { get; init; } = "";

    public string Name { get; init; } = "";

    public string Outcome { get; init; } = "";

    public bool OpenOnly { get; init; }

    /// <summary>An activity, as JSON.</summary>
    public string? Activity { get; init; }

    public string? Protocol { get; init; }

    public string Conversation { get; init; } = "";

    public long Watermark { get; init; }
}
