using TriageBot.Host.Connector;
using TriageBot.Host.Telemetry;
using TriageBot.Records.Turns;

namespace TriageBot.Host.DirectLine;

/// <summary>What patients write, and what polling clients read: <c>conversations/{id}/activities</c> and <c>upload</c>.</summary>
internal sealed class ActivitiesEndpoint(
    Doorkeeper door,
    MessageTaker taker,
    ConversationReader reader,
    RequestRates rates,
    TurnTelemetry turns,
    ILogger<ActivitiesEndpoint> log
)
{
    public Task<IResult> PostAsync(HttpContext context, string id) =>
        WriteAsync(
            context,
            id,
            // A page in a browser can post anything here without asking first, but JSON.
            () =>
                context.Request.HasJsonContentType()
                    ? RequestBody.ReadAsync(context.Request, InboundReader.MostBytes, context.RequestAborted)
                    : Task.FromResult<ReadOnlyMemory<byte>?>(ReadOnlyMemory<byte>.Empty)
        );

    /// <summary>A message with pictures: the words and that something was sent are taken, the pictures are not.</summary>
    public Task<IResult> UploadAsync(HttpContext context, string id) =>
        WriteAsync(context, id, () => UploadReader.ReadAsync(context.Request, context.RequestAborted));

    public async Task<IResult> GetAsync(HttpContext context, string id)
    {
        var admission = await door.AdmitAsync(context, id);
        if (admission is not Admission.Granted { Holder: var holder })
        {
            return Refuse(admission);
        }

        if (rates.OfCall(id, context) is { } tooMany)
        {
            return tooMany;
        }

        var watermark = ActivitySet.WatermarkOf(context.Request.Query["watermark"]);
        ActivitySet news;
        try
        {
            var conversation = await reader.FindAsync(holder, context.RequestAborted);
            news = await reader.ReadAsync(holder, conversation, watermark, context.RequestAborted);
        }
        catch (Exception problem) when (!context.RequestAborted.IsCancellationRequested)
        {
            // A client that polls gives up at the first error, in silence; told of nothing new it asks again.
            log.LogError("Could not read for a polling client: {Problem}", problem.GetType().FullName);
            news = new ActivitySet([], watermark, false);
        }

        return Results.Bytes(news.ToJson(), "application/json; charset=utf-8");
    }

    private async Task<IResult> WriteAsync(HttpContext context, string id, Func<Task<ReadOnlyMemory<byte>?>> read)
    {
        var admission = await door.AdmitAsync(context, id);
        if (admission is not Admission.Granted visitor)
        {
            turns.Refused(Doors.DirectLine, StatusCodes.Status403Forbidden);
            return Refuse(admission);
        }

        if ((rates.OfCall(id, context) ?? rates.OfMessage(id, context)) is { } tooMany)
        {
            turns.Refused(Doors.DirectLine, StatusCodes.Status429TooManyRequests);
            return tooMany;
        }

        if (await read() is not { } body)
        {
            turns.Refused(Doors.DirectLine, StatusCodes.Status413PayloadTooLarge);
            return ErrorAnswer.Of(413, "MessageSizeTooBig", "The body is too large. Send words only, and in parts.");
        }

        return await taker.TakeAsync(context, visitor, body);
    }

    private static IResult Refuse(Admission admission) =>
        admission is Admission.Refused refused
            ? refused.Answer
            : throw new InvalidOperationException($"Nothing is known of {admission}.");
}
