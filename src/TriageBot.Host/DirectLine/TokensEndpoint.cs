using TriageBot.Host.Connector;

namespace TriageBot.Host.DirectLine;

/// <summary><c>POST tokens/generate</c> and <c>tokens/refresh</c>.</summary>
internal sealed class TokensEndpoint(Doorkeeper door, DirectLineTokens tokens, RequestRates rates)
{
    /// <summary>For the server of a site, which passes the token on to its patient's browser.</summary>
    public async Task<IResult> GenerateAsync(HttpContext context)
    {
        var admission = await door.AdmitAsync(context);
        if (admission is not Admission.Secret { Site: var site })
        {
            return admission is Admission.Refused refused
                ? refused.Answer
                : ErrorAnswer.Of(
                    403,
                    "BadArgument",
                    "A token gives no tokens. Use a site's secret, or tokens/refresh."
                );
        }

        if (rates.OfBeginning(context) is { } tooMany)
        {
            return tooMany;
        }

        if (await BeginRequestReader.ReadAsync(context.Request, context.RequestAborted) is not { } said)
        {
            return ErrorAnswer.Of(
                400,
                "BadSyntax",
                "The body must be empty, or JSON such as {\"user\":{\"id\":\"…\"}}."
            );
        }

        var holder = new DirectLineToken(site.NewConversation()) { User = said.User?.Id };
        return Results.Ok(ConversationAnswer.Of(holder, tokens.Issue(holder)));
    }

    /// <summary>A new token for one that has not expired yet.</summary>
    public async Task<IResult> RefreshAsync(HttpContext context) =>
        await door.AdmitAsync(context) switch
        {
            Admission.Granted { Holder: var holder } => rates.OfCall(holder.Conversation, context)
                ?? Results.Ok(ConversationAnswer.Of(holder, tokens.Issue(holder))),
            Admission.Refused refused => refused.Answer,
            _ => ErrorAnswer.Of(403, "BadArgument", "A secret needs no refreshing. Send a token."),
        };
}
