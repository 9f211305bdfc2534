using TriageBot.Conversation.CheckIns;
#if !BOT_SDK_MICROSOFT
using TriageBot.BotFramework.State;
#endif

namespace TriageBot.Conversation.Tests;

/// <summary>A storage that keeps states as the product does: by registered names only.</summary>
internal static class CheckInStorage
{
#if BOT_SDK_MICROSOFT
    public static IStorage Make() => new MemoryStorage();
#else
    public static IStorage Make() =>
        new MemoryStorage(new StateCodec(new StateTypes().Register("check-in", CheckInJson.Default.CheckIn)));
#endif
}
