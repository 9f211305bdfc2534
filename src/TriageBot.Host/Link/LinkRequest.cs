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

    /// <summary>What was typed about a patient.</summary>
    public Dictionary<string, string>? Fields { get; init; }

    /// <summary>A file with many patients.</summary>
    public string? Csv { get; init; }

    /// <summary>The code of a patient's link.</summary>
    public string? Code { get; init; }
}
