namespace TriageBot.BotFramework;

/// <summary>The bot's own logic, as an adapter calls it at the end of the middleware.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
