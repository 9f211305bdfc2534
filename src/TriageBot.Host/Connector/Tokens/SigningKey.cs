using Microsoft.IdentityModel.Tokens;

namespace TriageBot.Host.Connector.Tokens;

/// <summary>A public key that tokens may be signed with.</summary>
/// <param name="Endorsements">The channels that it may speak for; null where its issuer says nothing of it.</param>
internal sealed record SigningKey(SecurityKey Key, IReadOnlySet<string>? Endorsements);
