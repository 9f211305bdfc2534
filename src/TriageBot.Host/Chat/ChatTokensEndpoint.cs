using System.Security.Cryptography;
using TriageBot.Host.Connector;
using TriageBot.Host.DirectLine;
using TriageBot.Host.Enrolling;
using TriageBot.Records.Patients;

namespace TriageBot.Host.Chat;

/// <summary>
/// Gives the page its tokens. What it keeps in the browser is a claim to one conversation, of use here only; each token
/// that it gets for that is short-lived.
/// </summary>
internal sealed class ChatTokensEndpoint(
    DirectLineTokens tokens,
    RequestRates rates,
    LinkCodes codes,
    PatientRegister register,
    PatientTalks talks
)
{
    private const int UserBytes = 12;

    /// <summary><c>POST /chat/token</c>: for a conversation of before, for a patient's link, or for a stranger.</summary>
    public async Task<IResult> GiveAsync(HttpContext context, TokenRequest request)
    {
        if (rates.OfBeginning(context) is { } tooMany)
        {
            return tooMany;
        }

        var stop = context.RequestAborted;
        if (request.Resume is { Length: > 0 } resume)
        {
            return
                await tokens.ReadClaimAsync(resume) is { Token: { } known, IsExpired: false }
                && (known.Link is null || await register.FindByLinkAsync(known.Link, stop) is not null)
                ? Give(known)
                : Gone();
        }

        if (request.Link is not { Length: > 0 } code)
        {
            return Give(NewHolder(null));
        }

        if (codes.Read(code) is not { } link || await register.FindByLinkAsync(link, stop) is not { } patient)
        {
            return Gone();
        }

        var holder = NewHolder(link);
        await talks.BeginAsync(patient.Id, holder.Conversation, holder.User!, stop);
        return Give(holder);
    }

    /// <summary><c>POST /chat/earlier</c>: the patient's conversation before, for who knows the birth date.</summary>
    public async Task<IResult> OpenEarlierAsync(HttpContext context, EarlierRequest request)
    {
        if (rates.OfBeginning(context) is { } tooMany)
        {
            return tooMany;
        }

        if (codes.Read(request.Link) is not { } link)
        {
            return Gone();
        }

        var opened = await talks.OpenAsync(link, request.Born, context.RequestAborted);
        return opened switch
        {
            { Talk: { } talk } => Give(
                new DirectLineToken(talk.ExternalConversationId) { User = talk.UserId, Link = link }
            ),
            { TriesLeft: > 0 } => ErrorAnswer.Of(403, "WrongBirthDate", $"{opened.TriesLeft} tries are left."),
            _ => ErrorAnswer.Of(423, "Closed", "This link shows nothing of before."),
        };
    }

    private IResult Give(DirectLineToken holder) =>
        Results.Ok(
            new TokenAnswer(
                tokens.Issue(holder).Text,
                holder.Conversation,
                tokens.IssueClaim(holder),
                (int)DirectLineTokens.Lifetime.TotalSeconds
            )
        );

    private static DirectLineToken NewHolder(string? link) =>
        new(SecretSite.NewConversation(SecretSite.OwnPage))
        {
            User = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(UserBytes)),
            Link = link,
        };

    private static IResult Gone() =>
        ErrorAnswer.Of(410, "Gone", "That conversation or link has ended. Load the page again, or ask for a new link.");
}

/// <param name="Resume">What this endpoint gave before, or null.</param>
/// <param name="Link">The code of a patient's link, or null.</param>
internal sealed record TokenRequest(string? Resume, string? Link);

/// <param name="Born">The patient's birth date.</param>
internal sealed record EarlierRequest(string? Link, DateOnly Born);

/// <param name="Resume">Gets the next token for the same conversation.</param>
/// <param name="ExpiresIn">In seconds.</param>
internal sealed record TokenAnswer(string Token, string ConversationId, string Resume, int ExpiresIn);
