#if !BOT_SDK_MICROSOFT
using TriageBot.BotFramework.State;
using TriageBot.Conversation.CheckIns;
#endif

namespace TriageBot.Conversation.Tests;

/// <summary>A storage that keeps states as the product does: by registered names only.</summary>
internal static class CheckInStorage
{
#if BOT_SDK_MICROSOFT
    public static IStorage Make() => new Shelf();

    // The official memory storage reads by reflection, which cannot make a check-in: the objects themselves are kept.
    private sealed class Shelf : IStorage
    {
        private readonly Dictionary<string, object> items = [];

        public Task<IDictionary<string, object>> ReadAsync(
            string[] keys,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult<IDictionary<string, object>>(
                items.Where(item => keys.Contains(item.Key)).ToDictionary(item => item.Key, item => item.Value)
            );

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            foreach (var (key, value) in changes)
            {
                items[key] = value;
            }

            return Task.CompletedTask;
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            foreach (var key in keys)
            {
                items.Remove(key);
            }

            return Task.CompletedTask;
        }
    }
#else
    public static IStorage Make() =>
        new MemoryStorage(new StateCodec(new StateTypes().Register("check-in", CheckInJson.Default.CheckIn)));
#endif
}
