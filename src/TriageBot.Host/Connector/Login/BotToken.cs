namespace TriageBot.Host.Connector.Login;

/// <summary>What shows channels that it is the bot who calls.</summary>
/// <param name="Until">When it ends.</param>
internal sealed record BotToken(string Value, DateTimeOffset Until)
{
    // Records print themselves, and this one must not.
    public override string ToString() => $"until {Until:O}";
}
