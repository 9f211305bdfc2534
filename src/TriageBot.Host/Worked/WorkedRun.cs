using System.Globalization;

namespace TriageBot.Host.Worked;

/// <summary>Plays many conversations. Those in which time goes by get a stage of their own; the others share one.</summary>
/// <param name="settings">Of the host, such as <c>--Protocols:Directory=…</c>.</param>
internal sealed class WorkedRun(IReadOnlyList<string> settings) : IAsyncDisposable
{
    private readonly Dictionary<string, WorkedStage> shared = new(StringComparer.Ordinal);
    private int played;

    public async Task<Played> PlayAsync(WorkedConversation worked, CancellationToken stop = default)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"worked-{++played}");
        if (worked.Talk.Any(turn => turn.Act is WorkedAct.Later))
        {
            await using var own = await WorkedStage.OpenAsync([.. settings, .. worked.Settings], stop);
            return await WorkedPlayer.PlayAsync(own, worked, tag, stop);
        }

        var key = string.Join('\n', worked.Settings);
        if (!shared.TryGetValue(key, out var stage))
        {
            stage = shared[key] = await WorkedStage.OpenAsync([.. settings, .. worked.Settings], stop);
        }

        return await WorkedPlayer.PlayAsync(stage, worked, tag, stop);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stage in shared.Values)
        {
            await stage.DisposeAsync();
        }
    }
}
