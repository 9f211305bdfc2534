using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Hosting;

/// <summary>
/// Delivers activities to a channel's connector service. It tells outcomes apart instead of throwing, because what is
/// right to do next depends on whether the channel took the message. One client serves all conversations of a host.
/// </summary>
public sealed class ConnectorClient(HttpClient http, TimeProvider clock, TimeSpan? timeout = null)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(15);

    /// <summary>An HTTP client that suits: pooled connections that notice DNS changes, no cookies, and no following of
    /// redirections, which could carry a patient's words elsewhere.</summary>
    /// <param name="authenticate">Adds the bot's token to requests, or null for none; its inner handler is set here.</param>
    public static HttpClient CreateHttpClient(DelegatingHandler? authenticate = null)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        authenticate?.InnerHandler = sockets;
        return new HttpClient(authenticate as HttpMessageHandler ?? sockets) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends an activity; as a reply where it has a <c>replyToId</c>.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before anything left.</exception>
    public Task<Delivery> SendAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var address = Address(activity.ServiceUrl, activity.Conversation?.Id, activity.ReplyToId);
        return CallAsync(HttpMethod.Post, address, BotJson.Write(activity), cancellationToken);
    }

    /// <summary>Replaces the activity of the same id.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public Task<Delivery> UpdateAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentException.ThrowIfNullOrEmpty(activity.Id);
        var address = Address(activity.ServiceUrl, activity.Conversation?.Id, activity.Id);
        return CallAsync(HttpMethod.Put, address, BotJson.Write(activity), cancellationToken);
    }

    /// <summary>Deletes the activity that the reference names.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public Task<Delivery> DeleteAsync(ConversationReference reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentException.ThrowIfNullOrEmpty(reference.ActivityId);
        var address = Address(reference.ServiceUrl, reference.Conversation?.Id, reference.ActivityId);
        return CallAsync(HttpMethod.Delete, address, null, cancellationToken);
    }

    /// <summary>Begins a conversation; the id of <see cref="Delivery.Sent"/> is the conversation's.</summary>
    /// <param name="serviceUrl">The channel, as an earlier activity of it named it.</param>
    /// <param name="parameters">Who takes part, and perhaps the first activity.</param>
    /// <inheritdoc cref="SendAsync"/>
    public Task<Delivery> CreateConversationAsync(
        string serviceUrl,
        ConversationParameters parameters,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var json = JsonSerializer.Serialize(parameters, BotJson.Of<ConversationParameters>());
        return CallAsync(HttpMethod.Post, Address(serviceUrl, "/v3/conversations"), json, cancellationToken);
    }

    private static Uri? Address(string? serviceUrl, string? conversationId, string? activityId)
    {
        if (string.IsNullOrEmpty(conversationId))
        {
            return null;
        }
        var path = $"/v3/conversations/{Uri.EscapeDataString(conversationId)}/activities";
        path += string.IsNullOrEmpty(activityId) ? "" : "/" + Uri.EscapeDataString(activityId);
        return Address(serviceUrl, path);
    }

    private static Uri? Address(string? serviceUrl, string path) =>
        !string.IsNullOrEmpty(serviceUrl)
        && Uri.TryCreate(serviceUrl.TrimEnd('/') + path, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
            ? address
            : null;

    private static async Task<string?> ReadId(HttpResponseMessage response, CancellationToken stop)
    {
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false);
            return JsonSerializer.Deserialize(body, BotJsonContext.Default.ResourceResponse)?.Id;
        }
        catch (Exception e)
            when (e is JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            // The status has said that it was taken; a lost body does not undo that.
            return null;
        }
    }

    private async Task<Delivery> CallAsync(HttpMethod method, Uri? address, string? json, CancellationToken stop)
    {
        if (address is null)
        {
            return new Delivery.Failed(
                null,
                "The activity has no conversation, or no serviceUrl that is http or https."
            );
        }
        stop.ThrowIfCancellationRequested();
        using var patience = new CancellationTokenSource(timeout ?? DefaultTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        using var request = new HttpRequestMessage(method, address);
        var content = new WatchedContent(json is null ? [] : Encoding.UTF8.GetBytes(json));
        request.Content = content;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token)
                .ConfigureAwait(false);
            return await Read(response, either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            if (content.HasBegun)
            {
                return new Delivery.Unknown(patience.IsCancellationRequested ? "No answer in time." : e.GetType().Name);
            }
            stop.ThrowIfCancellationRequested();
            return new Delivery.Refused(null, null);
        }
    }

    private async Task<Delivery> Read(HttpResponseMessage response, CancellationToken stop)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            return new Delivery.Sent(await ReadId(response, stop).ConfigureAwait(false));
        }
        return
            // Unauthorized is said of the bot and not of the message: it may be taken with the next token.
            response.StatusCode
                is HttpStatusCode.TooManyRequests
                    or HttpStatusCode.RequestTimeout
                    or HttpStatusCode.Unauthorized
            || status >= 500
            ? new Delivery.Refused(Wait(response.Headers.RetryAfter), status)
            : new Delivery.Failed(status, $"The channel answered {status}.");
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? retryAfter)
    {
        var wait = retryAfter?.Delta ?? retryAfter?.Date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>JSON that knows whether any of it was handed to the connection.</summary>
    private sealed class WatchedContent : ByteArrayContent
    {
        public WatchedContent(byte[] json)
            : base(json) => Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");

        public bool HasBegun { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            HasBegun = true;
            return base.SerializeToStreamAsync(stream, context);
        }

        protected override Task SerializeToStreamAsync(
            Stream stream,
            TransportContext? context,
            CancellationToken cancellationToken
        )
        {
            HasBegun = true;
            return base.SerializeToStreamAsync(stream, context, cancellationToken);
        }
    }
}
