using System.Text.Json.Serialization;

namespace TriageBot.Host.DirectLine;

/// <summary>What the holder of a token needs to talk.</summary>
/// <param name="StreamUrl">Where a WebSocket is opened, soon; null where none is needed yet.</param>
internal sealed record ConversationAnswer(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? StreamUrl
)
{
    public static ConversationAnswer Of(DirectLineToken holder, IssuedToken token, string? streamUrl = null) =>
        new(holder.Conversation, token.Text, (int)token.Lifetime.TotalSeconds, streamUrl);
}

/// <summary>By which id the client will see on the stream what it posted.</summary>
internal sealed record PostAnswer(string Id);

/// <summary>What a client may say when it begins; all of it may be left out.</summary>
internal sealed record BeginRequest(BeginUser? User, string? Locale);

internal sealed record BeginUser(string? Id, string? Name);
