using TriageBot.Host.Connector;
using TriageBot.Records.Turns;

namespace TriageBot.Host.DirectLine;

/// <summary><c>POST conversations</c> begins, <c>GET conversations/{id}</c> comes back.</summary>
internal sealed class ConversationsEndpoint(
    Doorkeeper door,
    Opener opener,
    DirectLineTokens tokens,
    StreamAddresses streams,
    RequestRates rates
)
{
    public async Task<IResult> BeginAsync(HttpContext context)
    {
        var admission = await door.AdmitAsync(context);
        if (admission is Admission.Refused refused)
        {
            return refused.Answer;
        }

        if (rates.OfBeginning(context) is { } tooMany)
        {
            return tooMany;
        }

        if (await BeginRequestReader.ReadAsync(context.Request, context.RequestAborted) is not { } said)
        {
            return ErrorAnswer.Of(400, "BadSyntax", "The body must be empty, or JSON such as {\"locale\":\"es-US\"}.");
        }

        var visitor = admission switch
        {
            Admission.Granted granted => granted,
            Admission.Secret { Site: var site } => new Admission.Granted(
                new DirectLineToken(site.NewConversation()) { User = said.User?.Id },
                null
            ),
            _ => throw new InvalidOperationException($"Nothing is known of {admission}."),
        };
        // A client ends at once where this fails. Where only the greeting does, the first message greets.
        var greeting = await opener.GreetAsync(visitor, said.Locale, context.RequestAborted);
        return Results.Json(
            Answer(visitor.Holder, 0, context),
            statusCode: greeting.IsRepeat ? StatusCodes.Status200OK : StatusCodes.Status201Created
        );
    }

    /// <summary>After a lost line, a reload or a restart: the client says up to where it has everything.</summary>
    public async Task<IResult> ReturnAsync(HttpContext context, string id) =>
        await door.AdmitAsync(context, id) switch
        {
            Admission.Granted { Holder: var holder } => rates.OfCall(id, context)
                ?? Results.Ok(Answer(holder, ActivitySet.WatermarkOf(context.Request.Query["watermark"]), context)),
            Admission.Refused refused => refused.Answer,
            var other => throw new InvalidOperationException($"Nothing is known of {other}."),
        };

    private ConversationAnswer Answer(DirectLineToken holder, long watermark, HttpContext context) =>
        ConversationAnswer.Of(holder, tokens.Issue(holder), streams.Of(holder, watermark, context.Request));
}
