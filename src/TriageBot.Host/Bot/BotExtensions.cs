using TriageBot.BotFramework;
using TriageBot.BotFramework.State;
using TriageBot.Conversation;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Bot;

internal static class BotExtensions
{
    /// <summary>The bot that turns are run with, and what is said where it cannot speak.</summary>
    public static void AddBot(this IHostApplicationBuilder builder)
    {
        // Needs nothing of what a start reads, and takes a tenth of it.
        var states = Task.Run(KnownStates);
        builder
            .Services.AddSingleton(provider =>
            {
                var bot = new CheckInBot(provider.GetRequiredService<TriageContent>());
                var codec = new StateCodec(states.GetAwaiter().GetResult());
                return new TurnBot(storage => new StoredBot(bot, storage), codec);
            })
            .AddSingleton(provider =>
            {
                var content = provider.GetRequiredService<TriageContent>();
                return new SafetyNet(
                    turn => [SafetyText.Of(content, turn.Locale)],
                    text => SafetyText.IsUrgent(content, text)
                );
            });
    }

    /// <summary>The closed list of what a conversation's state may hold. The names are in the database: never change one.</summary>
    public static StateTypes KnownStates() => new StateTypes().Register("check-in", CheckInJson.Default.CheckIn);

    /// <summary>Gives one bot, shared by all turns, the storage of this one.</summary>
    private sealed class StoredBot(CheckInBot bot, IStorage storage) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            turnContext.TurnState.Set(storage);
            return bot.OnTurnAsync(turnContext, cancellationToken);
        }
    }
}
