namespace TriageBot.Host.Connector.Login;

/// <summary>Signs the bot in.</summary>
internal interface IBotLogin
{
    /// <summary>A new token, not one kept from before.</summary>
    Task<BotToken> SignInAsync(CancellationToken stop);
}
