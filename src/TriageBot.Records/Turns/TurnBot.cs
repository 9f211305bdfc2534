using TriageBot.BotFramework;
using TriageBot.BotFramework.State;

namespace TriageBot.Records.Turns;

/// <summary>The bot that turns are run with.</summary>
/// <param name="Make">Makes the bot of one attempt over that attempt's storage; it must hold nothing of a turn.</param>
/// <param name="Codec">Writes and reads its states.</param>
public sealed record TurnBot(Func<IStorage, IBot> Make, StateCodec Codec);
