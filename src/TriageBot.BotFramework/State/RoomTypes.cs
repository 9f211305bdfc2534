using System.Text.Json.Serialization.Metadata;
using TriageBot.BotFramework.Dialogs;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.State;

/// <summary>The types of this room that bots keep in states; every list begins with them.</summary>
internal static class RoomTypes
{
    public static void AddTo(StateTypes types)
    {
        types.Register("activity", Json<Activity>());
        types.Register("channel-account", Json<ChannelAccount>());
        types.Register("conversation-reference", Json<ConversationReference>());
        types.Register("card-action", Json<CardAction>());
        DialogStateTypes.Register(types);
    }

    private static JsonTypeInfo<T> Json<T>() => BotJson.Of<T>();
}
