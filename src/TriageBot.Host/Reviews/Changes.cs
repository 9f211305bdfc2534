namespace TriageBot.Host.Reviews;

/// <summary>What stands in one version and not in the other, in the order of the newer one.</summary>
internal static class Changes
{
    public static IReadOnlyList<Change> Between(IReadOnlyList<Item> old, IReadOnlyList<Item> now)
    {
        var before = old.ToDictionary(item => (item.Kind, item.Id), item => item.Words);
        var after = now.Select(item => (item.Kind, item.Id)).ToHashSet();
        var changed = now.Where(item => before.GetValueOrDefault((item.Kind, item.Id)) != item.Words)
            .Select(item => new Change(item.Kind, item.Id, before.GetValueOrDefault((item.Kind, item.Id)), item.Words));
        var removed = old.Where(item => !after.Contains((item.Kind, item.Id)))
            .Select(item => new Change(item.Kind, item.Id, item.Words, null));
        return [.. changed, .. removed];
    }
}

/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
internal sealed record Change(string Kind, string Id, string? Before, string? After);
