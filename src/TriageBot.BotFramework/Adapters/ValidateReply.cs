using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Adapters;

/// <summary>Compares a reply with the expected one; throws where they differ.</summary>
public delegate void ValidateReply(IActivity expected, IActivity actual);
