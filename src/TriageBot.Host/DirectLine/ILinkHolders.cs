namespace TriageBot.Host.DirectLine;

/// <summary>Knows the patients who came by a link of their own.</summary>
internal interface ILinkHolders
{
    /// <summary>What enrolment knows of the link's holder; null where the link has ended or was revoked.</summary>
    ValueTask<IReadOnlyDictionary<string, string>?> FindAsync(string link, CancellationToken stop);
}

/// <summary>Where no links are given out, nobody came by one.</summary>
internal sealed class NoLinkHolders : ILinkHolders
{
    public ValueTask<IReadOnlyDictionary<string, string>?> FindAsync(string link, CancellationToken stop) =>
        ValueTask.FromResult<IReadOnlyDictionary<string, string>?>(null);
}
