using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TriageBot.Host.Connector;
using TriageBot.Records;
using TriageBot.Records.Clocks;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;

namespace TriageBot.Host.Rehearsal;

/// <summary>
/// Moves a conversation's clock, and lets a tester be a new patient again. Programs on the tester's own machine may call,
/// and say in JSON what they want, which a page in a browser cannot send here without asking.
/// </summary>
internal sealed class RehearsalEndpoint(RecordsDatabase database, TimeTravel travel, Addresses addresses)
{
    private const int MostBytes = 4096;
    private const double MostHours = 24 * 366;

    public async Task<IResult> TravelAsync(HttpContext context)
    {
        var (wish, refusal) = await ReadAsync(context);
        if (wish is null)
        {
            return refusal!;
        }

        if (wish.Hours is not { } hours || !double.IsFinite(hours) || Math.Abs(hours) > MostHours)
        {
            return ErrorAnswer.Of(
                400,
                "BadArgument",
                "Say how far, as {\"hours\": 2}. It is added to earlier journeys."
            );
        }

        if (await FindAsync(wish.Conversation, context.RequestAborted) is not { } row)
        {
            return NoConversation();
        }

        var ahead = row.ClockOffset + TimeSpan.FromHours(hours);
        await travel.MoveAsync(row.Id, ahead, context.RequestAborted);
        return Results.Ok(new Journey(row.Id, ahead));
    }

    public async Task<IResult> ResetAsync(HttpContext context)
    {
        var (wish, refusal) = await ReadAsync(context);
        if (wish is null)
        {
            return refusal!;
        }

        if (await FindAsync(wish.Conversation, context.RequestAborted) is not { } row)
        {
            return NoConversation();
        }

        await addresses.LeaveAsync(row.Id, context.RequestAborted);
        return Results.Ok(new Journey(row.Id, row.ClockOffset));
    }

    private static async Task<(Wish? Wish, IResult? Refusal)> ReadAsync(HttpContext context)
    {
        if (!ConnectorGate.IsFromThisMachine(context))
        {
            return (null, Results.NotFound());
        }

        var body = context.Request.HasJsonContentType()
            ? await RequestBody.ReadAsync(context.Request, MostBytes, context.RequestAborted)
            : null;
        try
        {
            if (body is { } json && JsonSerializer.Deserialize<Wish>(json.Span, JsonSerializerOptions.Web) is { } wish)
            {
                return (wish, null);
            }
        }
        catch (JsonException)
        {
            // Told below.
        }

        return (null, ErrorAnswer.Of(400, "BadSyntax", "Send JSON, as in: curl --json '{\"hours\": 2}' …"));
    }

    /// <summary>A conversation by our own id; by none the one in which something happened last.</summary>
    private async Task<ConversationRow?> FindAsync(string? id, CancellationToken stop)
    {
        using var records = database.OpenForReading();
        return await records
            .Conversations.Where(row => id == null || row.Id == id)
            .OrderByDescending(row => row.LastTurnAt)
            .FirstOrDefaultAsync(stop);
    }

    private static IResult NoConversation() => ErrorAnswer.Of(404, "NotFound", "There is no such conversation yet.");

    /// <param name="Conversation">Ours, as it begins the ids of its messages; null for the one talked in last.</param>
    private sealed record Wish(string? Conversation, double? Hours);

    /// <param name="Ahead">How far the conversation's clock is ahead of the host's.</param>
    private sealed record Journey(string Conversation, TimeSpan Ahead);
}
