using System.Security.Cryptography.X509Certificates;

namespace TriageBot.Host.Connector;

/// <summary>The bot as Azure Bot Service knows it.</summary>
/// <param name="TenantId">Null for a multi-tenant bot that names none.</param>
/// <param name="Authority">Where the bot signs in, with the tenant.</param>
internal sealed record Registration(string AppId, AppType Type, string? TenantId, Cloud Cloud, Uri Authority)
{
    public string? Password { get; init; }

    public X509Certificate2? Certificate { get; init; }

    // Records print themselves, and this one must not.
    public override string ToString() => $"{Type} {AppId}";
}
