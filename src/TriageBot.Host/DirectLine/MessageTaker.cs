using System.Globalization;
using TriageBot.Host.Configuration;
using TriageBot.Host.Connector;
using TriageBot.Host.Telemetry;
using TriageBot.Records.Turns;

namespace TriageBot.Host.DirectLine;

/// <summary>Runs the turn of what a client posted, and tells the client how it went.</summary>
internal sealed class MessageTaker(
    Opener opener,
    TurnTelemetry turns,
    SafetyNet net,
    HostSettings settings,
    TimeProvider clock
)
{
    public async Task<IResult> TakeAsync(HttpContext context, Admission.Granted visitor, ReadOnlyMemory<byte> body)
    {
        var holder = visitor.Holder;
        var posted = PostedActivity.Read(body.Span, holder, settings.Organization.Name, clock.GetUtcNow());
        switch (posted)
        {
            case PostedActivity.Refused refused:
                turns.Refused(Doors.DirectLine, refused.Status);
                return ErrorAnswer.Of(refused.Status, refused.Code, refused.Message);
            case PostedActivity.Nothing nothing:
                turns.Ignored(nothing.Kind);
                return Results.Ok(new PostAnswer(ConversationReader.IdOf(holder.Conversation, 0)));
            case PostedActivity.Joined joined:
                return Tell(context, await opener.GreetAsync(visitor, joined.Locale, context.RequestAborted), null);
            case PostedActivity.Turn turn:
                var arrival = new ActivityArrival(holder.Address, turn.Body)
                {
                    IdempotencyKey = turn.ClientId,
                    Pushes = false,
                    Enrolment = visitor.Enrolment,
                };
                return Tell(context, await turns.RunAsync(arrival, context.RequestAborted), turn);
            default:
                throw new InvalidOperationException($"Nothing is done about {posted}.");
        }
    }

    private IResult Tell(HttpContext context, TurnAnswer answer, PostedActivity.Turn? turn)
    {
        if (answer is { IsStored: true, ConversationId: { } conversation, Sequence: { } sequence })
        {
            return Results.Ok(new PostAnswer(ConversationReader.IdOf(conversation, sequence)));
        }

        if (answer.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                .ToString(CultureInfo.InvariantCulture);
        }

        return answer.Status == StatusCodes.Status503ServiceUnavailable
            ? ErrorAnswer.Of(503, "ServiceUnavailable", SafetyWords(turn))
            : ErrorAnswer.Of(400, "BadSyntax", "The activity could not be read.");
    }

    /// <summary>What a page can show in place of the answer that will not come; it promises nothing.</summary>
    private string SafetyWords(PostedActivity.Turn? turn)
    {
        var text = turn?.Activity.Text;
        var failed = new FailedTurn(
            Doors.DirectLine,
            DirectLineToken.Channel,
            turn?.Activity.Locale,
            text is { Length: > 0 } && net.RedFlag(text),
            IsRecorded: false
        );
        return string.Join("\n\n", net.Text(failed));
    }
}
