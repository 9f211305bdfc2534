using System.Globalization;
using TriageBot.BotFramework.Schema;
using TriageBot.Host.Telemetry;
using TriageBot.Records;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Connector;

/// <summary><c>POST /api/messages</c>: activities of the Bot Connector protocol.</summary>
internal sealed class MessagesEndpoint(ConnectorGate gate, Addresses addresses, TurnTelemetry telemetry)
{
    public async Task<IResult> ReceiveAsync(HttpContext context)
    {
        if (await gate.AdmitAsync(context) is not { } caller)
        {
            telemetry.Refused(Doors.Connector, context.Response.StatusCode);
            return Results.StatusCode(context.Response.StatusCode);
        }

        // A page in a browser can post anything here without asking first, but JSON.
        if (!context.Request.HasJsonContentType())
        {
            return Refuse(
                new Inbound.Refused(400, "BadSyntax", "Send JSON, with the header Content-Type: application/json.")
            );
        }

        var body = await RequestBody.ReadAsync(context.Request, InboundReader.MostBytes, context.RequestAborted);
        if (body is null)
        {
            return Refuse(
                new Inbound.Refused(
                    413,
                    "MessageSizeTooBig",
                    $"The body is larger than {InboundReader.MostBytes} bytes."
                )
            );
        }

        switch (InboundReader.Read(body.Value.Span, caller))
        {
            case Inbound.Refused refused:
                return Refuse(refused);
            case Inbound.Nothing nothing:
                telemetry.Ignored(nothing.Kind);
                return Results.Ok();
            case Inbound.Turn { Activity: var activity }:
                if (await AddressOf(activity, context.RequestAborted) is not { } address)
                {
                    telemetry.Ignored(activity.Type!);
                    return Results.Ok();
                }

                var arrival = new ActivityArrival(address, body.Value)
                {
                    Read = activity,
                    IdempotencyKey = string.IsNullOrEmpty(activity.Id) ? null : activity.Id,
                };
                return Tell(context, await telemetry.RunAsync(arrival, context.RequestAborted));
            case var other:
                throw new InvalidOperationException($"Nothing is done about {other}.");
        }
    }

    // Events come from whoever serves the patient there, and begin nothing where no patient is.
    private async ValueTask<Address?> AddressOf(Activity activity, CancellationToken stop)
    {
        var sender = Address.Of(Doors.Connector, activity);
        return activity.Type == ActivityTypes.Event ? await addresses.FindPatientAsync(sender, stop) : sender;
    }

    private static IResult Tell(HttpContext context, TurnAnswer answer)
    {
        if (answer.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                .ToString(CultureInfo.InvariantCulture);
        }

        return answer switch
        {
            { Body: { } json } => Results.Content(json, "application/json", statusCode: answer.Status),
            { Status: 503 } => ErrorAnswer.Of(
                503,
                "ServiceUnavailable",
                "Nothing was stored. Send the same again later."
            ),
            _ => Results.StatusCode(answer.Status),
        };
    }

    private IResult Refuse(Inbound.Refused refused)
    {
        telemetry.Refused(Doors.Connector, refused.Status);
        gate.Note(refused);
        return ErrorAnswer.Of(refused.Status, refused.Code, refused.Message);
    }
}
