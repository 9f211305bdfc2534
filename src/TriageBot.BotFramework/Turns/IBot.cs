namespace TriageBot.BotFramework;

/// <summary>A bot: something that takes one turn at a time.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
