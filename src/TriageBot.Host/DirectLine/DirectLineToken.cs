using TriageBot.Records.Turns;

namespace TriageBot.Host.DirectLine;

/// <summary>What a token lets its holder do: write and read in one conversation, as one user.</summary>
/// <param name="Conversation">The conversation's id as clients know it.</param>
internal sealed record DirectLineToken(string Conversation)
{
    /// <summary>What <c>channelId</c> says in all activities of this door.</summary>
    public const string Channel = "directline";

    /// <summary>Who writes, whatever the activities say; null where the client may name itself as it likes.</summary>
    public string? User { get; init; }

    /// <summary>The patient's link that it was given for; it ends with the link. Null for none.</summary>
    public string? Link { get; init; }

    public Address Address => new(Doors.DirectLine, Channel, Conversation, User ?? Conversation);
}

/// <param name="Text">What the client sends as <c>Authorization: Bearer</c>.</param>
internal sealed record IssuedToken(string Text, TimeSpan Lifetime);

/// <param name="Token">Null where it is none of ours.</param>
/// <param name="IsExpired">True where it was valid once; its conversation may be told apart from a stranger's.</param>
internal sealed record TokenReading(DirectLineToken? Token, bool IsExpired);
