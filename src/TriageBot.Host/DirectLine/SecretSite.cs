using System.Security.Cryptography;
using System.Text;

namespace TriageBot.Host.DirectLine;

/// <summary>Somebody who may give patients tokens: a portal's server that holds a secret.</summary>
/// <param name="Name">Begins the id of each of its conversations, so that no site reaches another's.</param>
/// <param name="Secrets">One, or two while one replaces the other.</param>
internal sealed record SecretSite(string Name, IReadOnlyList<string> Secrets)
{
    /// <summary>The name that our own page's conversations begin with.</summary>
    public const string OwnPage = "chat";

    public static bool IsName(string name) =>
        name.Length is > 0 and <= 32
        && name != OwnPage
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    public bool Holds(string secret)
    {
        // Compared as hashes, so that the time it takes tells nothing, not even a length.
        var said = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        var holds = false;
        foreach (var known in Secrets)
        {
            holds |= CryptographicOperations.FixedTimeEquals(said, SHA256.HashData(Encoding.UTF8.GetBytes(known)));
        }

        return holds;
    }

    public string NewConversation() => NewConversation(Name);

    /// <summary>An id that nobody can guess.</summary>
    public static string NewConversation(string site) =>
        $"{site}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";

    public bool Began(string conversation) => conversation.StartsWith($"{Name}-", StringComparison.Ordinal);

    // A record prints its properties, and this one may end up in a log.
    public override string ToString() => Name;
}
