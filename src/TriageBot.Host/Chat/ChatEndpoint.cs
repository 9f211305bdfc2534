using System.IO.Compression;
using System.Text;
using Microsoft.Net.Http.Headers;
using TriageBot.Conversation;

namespace TriageBot.Host.Chat;

/// <summary><c>GET /chat</c>: the patient's page. To look at it begins nothing.</summary>
internal sealed class ChatEndpoint(ChatPage page, PageFiles files, ChatSettings settings, TriageContent content)
{
    private readonly string policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors "
        + (settings.EmbeddedBy.Count > 0 ? string.Join(' ', settings.EmbeddedBy) : "'none'");

    public IResult Show(HttpContext context) => Show(context, null);

    /// <param name="context">Whose query or <c>Accept-Language</c> names the language.</param>
    /// <param name="visitor">Who opens it by a link of their own, or null.</param>
    public IResult Show(HttpContext context, Visitor? visitor)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        var html = Encoding.UTF8.GetBytes(page.In(LanguageOf(context.Request, visitor?.Language), visitor));
        return Answer(
            context,
            "text/html; charset=utf-8",
            html,
            () => PageFile.Compress(html, CompressionLevel.Optimal)
        );
    }

    public IResult File(HttpContext context, string build, string name)
    {
        if (files.Find(build, name) is not { } file)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        return Answer(context, file.ContentType, file.Bytes, () => file.Brotli);
    }

    private static IResult Answer(HttpContext context, string contentType, byte[] bytes, Func<byte[]> compress)
    {
        context.Response.Headers.Vary = "Accept-Encoding";
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            return Results.Bytes(bytes, contentType);
        }

        context.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(compress(), contentType);
    }

    private string LanguageOf(HttpRequest request, string? own) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString())
            .Prepend(own ?? "")
            .Prepend(request.Query["lang"].ToString())
            .Select(tag => tag.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(content.Phrases.Speaks)
        ?? content.Organization.Language;
}
