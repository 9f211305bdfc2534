using TriageBot.Host.Connector;
using TriageBot.Host.Telemetry;
using TriageBot.Records.Turns;

namespace TriageBot.Host.DirectLine;

/// <summary><c>GET conversations/{id}/stream</c>: a WebSocket on which everything comes as it is said.</summary>
internal sealed class StreamEndpoint(
    DirectLineTokens tokens,
    Doorkeeper door,
    DirectLineSettings settings,
    ConversationReader reader,
    StreamSignals signals,
    SocketCounts counts,
    TurnTelemetry turns,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<StreamSocket> log
)
{
    private static readonly WebSocketAcceptContext Lively = new()
    {
        KeepAliveInterval = TimeSpan.FromSeconds(30),
        KeepAliveTimeout = TimeSpan.FromSeconds(30),
    };

    public async Task<IResult> ConnectAsync(HttpContext context, string id)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return ErrorAnswer.Of(400, "BadArgument", "Open this address as a WebSocket.");
        }

        var ticket = await tokens.ReadTicketAsync(context.Request.Query["t"].ToString());
        if (
            ticket is not { Token: { } holder, IsExpired: false }
            || holder.Conversation != id
            || !await door.StillAdmitsAsync(holder, context.RequestAborted)
        )
        {
            turns.Refused(Doors.DirectLine, StatusCodes.Status403Forbidden);
            return ErrorAnswer.Of(403, "TokenExpired", "The address has expired. GET the conversation for a new one.");
        }

        using var place = counts.Enter(id, RequestRates.AddressOf(context));
        if (place is null)
        {
            turns.Refused(Doors.DirectLine, StatusCodes.Status429TooManyRequests);
            return ErrorAnswer.Of(429, "TooManyRequests", "Too many streams are open. Close one.");
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(Lively);
        var idle = TimeSpan.FromSeconds(settings.Limits.IdleSeconds);
        var stream = new StreamSocket(socket, holder, door, reader, signals, idle, clock, log);
        await stream.RunAsync(
            ActivitySet.WatermarkOf(context.Request.Query["watermark"]),
            lifetime.ApplicationStopping
        );
        return Results.Empty;
    }
}
