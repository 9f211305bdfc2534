namespace TriageBot.Host.Connector;

/// <summary>How the bot is registered with Azure Bot Service: <c>MicrosoftAppType</c>.</summary>
internal enum AppType
{
    /// <summary>A secret or a certificate, in a tenant that all bots of this kind share. The default, as in the SDK.</summary>
    MultiTenant,

    /// <summary>A secret or a certificate, in the hospital's own tenant.</summary>
    SingleTenant,

    /// <summary>An identity that Azure gives to the machine; nothing secret is configured.</summary>
    UserAssignedMSI,
}
