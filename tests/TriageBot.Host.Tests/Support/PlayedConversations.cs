using System.Collections.Concurrent;
using TriageBot.Host.Content;
using TriageBot.Host.Worked;

namespace TriageBot.Host.Tests.Support;

/// <summary>The shipped worked conversations, each played once for all tests that ask for it.</summary>
public sealed class PlayedConversations : IAsyncLifetime, IAsyncDisposable
{
    internal static ClinicalFiles Clinical { get; } = ClinicalFiles.Read(ContentSettings.Shipped);

    private static readonly Lazy<IReadOnlyList<WorkedConversation>> Loaded = new(() =>
        WorkedFiles.Load(WorkedFiles.Shipped, Clinical)
    );

    private readonly ConcurrentDictionary<string, Task<Played>> played = new(StringComparer.Ordinal);
    private readonly WorkedRun run = new([]);

    internal static IReadOnlyList<WorkedConversation> All => Loaded.Value;

    internal Task<Played> PlayAsync(string name) =>
        played.GetOrAdd(name, _ => run.PlayAsync(All.Single(worked => worked.Name == name)));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => run.DisposeAsync().AsTask();

    ValueTask IAsyncDisposable.DisposeAsync() => run.DisposeAsync();
}
