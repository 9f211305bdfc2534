using TriageBot.BotFramework;
using TriageBot.BotFramework.State;

namespace TriageBot.Records.Turns;

/// <summary>The bot that turns are run with.</summary>
/// <param name="Make">
/// Gives the bot of one attempt, over that attempt's storage, which is in TurnState too: so one bot may serve all turns.
/// </param>
/// <param name="Codec">Writes and reads its states.</param>
public sealed record TurnBot(Func<IStorage, IBot> Make, StateCodec Codec);
