using TriageBot.Host.Connector;
using TriageBot.Records;
using TriageBot.Records.Turns;

namespace TriageBot.Host.DirectLine;

/// <summary>Looks at the secret or token of each call.</summary>
internal sealed class Doorkeeper(
    DirectLineSettings settings,
    DirectLineTokens tokens,
    ILinkHolders links,
    Addresses addresses
)
{
    private const string Scheme = "Bearer ";

    /// <summary>Admits to what names no conversation.</summary>
    public async Task<Admission> AdmitAsync(HttpContext context)
    {
        string? header = context.Request.Headers.Authorization;
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(401, "MissingToken", "Send the header Authorization: Bearer, with a secret or a token.");
        }

        var said = header[Scheme.Length..].Trim();
        if (settings.Sites.FirstOrDefault(site => site.Holds(said)) is { } known)
        {
            return new Admission.Secret(known);
        }

        var reading = await tokens.ReadAsync(said);
        return reading switch
        {
            { Token: null } => Refuse(403, "BadArgument", "The secret or token is not valid here."),
            { IsExpired: true } => Refuse(403, "TokenExpired", "The token has expired. Get a new one."),
            { Token: { } holder } => await CheckLinkAsync(holder, context.RequestAborted),
        };
    }

    /// <summary>Admits to one conversation.</summary>
    public async Task<Admission> AdmitAsync(HttpContext context, string conversation)
    {
        var admission = await AdmitAsync(context);
        return admission switch
        {
            Admission.Granted { Holder: var holder } when holder.Conversation != conversation => Refuse(
                403,
                "BadArgument",
                "The token is for another conversation."
            ),
            Admission.Secret { Site: var site } => await FindAsync(site, conversation, context.RequestAborted),
            _ => admission,
        };
    }

    /// <summary>False where the link that the token was given for has ended since.</summary>
    public async Task<bool> StillAdmitsAsync(DirectLineToken holder, CancellationToken stop) =>
        holder.Link is not { } link || await links.FindAsync(link, stop) is not null;

    // A link that was revoked ends the tokens that were given for it.
    private async Task<Admission> CheckLinkAsync(DirectLineToken holder, CancellationToken stop)
    {
        if (holder.Link is not { } link)
        {
            return new Admission.Granted(holder, null);
        }

        return await links.FindAsync(link, stop) is { } enrolment
            ? new Admission.Granted(holder, enrolment)
            : Refuse(403, "TokenExpired", "The link that the token was given for has ended.");
    }

    private async Task<Admission> FindAsync(SecretSite site, string conversation, CancellationToken stop)
    {
        if (
            !site.Began(conversation)
            || await addresses.FindUserAsync(Doors.DirectLine, DirectLineToken.Channel, conversation, stop)
                is not { } user
        )
        {
            return Refuse(404, "BadArgument", "There is no such conversation.");
        }

        var holder = new DirectLineToken(conversation) { User = user == conversation ? null : user };
        return new Admission.Granted(holder, null);
    }

    private static Admission.Refused Refuse(int status, string code, string message) =>
        new(ErrorAnswer.Of(status, code, message));
}
