namespace TriageBot.Host.DirectLine;

/// <summary>Where a client opens its stream. A browser's WebSocket sends no header, so the address holds a ticket.</summary>
internal sealed class StreamAddresses(DirectLineSettings settings, DirectLineTokens tokens)
{
    public string Of(DirectLineToken holder, long watermark, HttpRequest request)
    {
        var ours =
            settings.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
        // http to ws, https to wss.
        var socket = $"ws{ours["http".Length..]}";
        var path = $"{DirectLineExtensions.Path}/conversations/{Uri.EscapeDataString(holder.Conversation)}/stream";
        var from = watermark > 0 ? $"watermark={ActivitySet.TextOf(watermark)}&" : "";
        return $"{socket}{path}?{from}t={tokens.IssueTicket(holder)}";
    }
}
