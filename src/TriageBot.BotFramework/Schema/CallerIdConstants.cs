namespace TriageBot.BotFramework.Schema;

/// <summary>Values of <c>callerId</c>: who called the bot.</summary>
public static class CallerIdConstants
{
    public const string BotToBotPrefix = "urn:botframework:aadappid:";
    public const string PublicAzureChannel = "urn:botframework:azure";
    public const string USGovChannel = "urn:botframework:azureusgov";
}
