using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using TriageBot.Host.Connector;

namespace TriageBot.Host.DirectLine;

/// <summary>Bounds how often one address, one conversation and one patient call, so that nobody slows the others.</summary>
internal sealed class RequestRates : IDisposable
{
    private const int Burst = 10;

    private readonly PartitionedRateLimiter<string> addresses;
    private readonly PartitionedRateLimiter<string> beginnings;
    private readonly PartitionedRateLimiter<string> conversations;
    private readonly PartitionedRateLimiter<string> messages;

    public RequestRates(DirectLineSettings settings)
    {
        var limits = settings.Limits;
        addresses = Bucket(limits.RequestsPerSecond * Burst, limits.RequestsPerSecond, TimeSpan.FromSeconds(1));
        beginnings = Bucket(limits.ConversationsPerMinute, limits.ConversationsPerMinute, TimeSpan.FromMinutes(1));
        conversations = Bucket(limits.CallsPerSecond * Burst, limits.CallsPerSecond, TimeSpan.FromSeconds(1));
        messages = Bucket(limits.MessagesPerMinute, limits.MessagesPerMinute, TimeSpan.FromMinutes(1));
    }

    /// <summary>Runs first for each call of this door.</summary>
    public async ValueTask<object?> Filter(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        Take(addresses, AddressOf(call.HttpContext), call.HttpContext) ?? await next(call);

    /// <summary>An answer to refuse with, or null.</summary>
    public IResult? OfBeginning(HttpContext context) => Take(beginnings, AddressOf(context), context);

    public IResult? OfCall(string conversation, HttpContext context) => Take(conversations, conversation, context);

    public IResult? OfMessage(string conversation, HttpContext context) => Take(messages, conversation, context);

    /// <summary>Of an IPv6 network the half that one household has.</summary>
    public static string AddressOf(HttpContext context) =>
        context.Connection.RemoteIpAddress switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
            { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } six => new IPAddress([
                .. six.GetAddressBytes().Take(8),
                .. new byte[8],
            ]).ToString(),
            var four => four.ToString(),
        };

    public void Dispose()
    {
        addresses.Dispose();
        beginnings.Dispose();
        conversations.Dispose();
        messages.Dispose();
    }

    private static PartitionedRateLimiter<string> Bucket(int most, int each, TimeSpan period) =>
        PartitionedRateLimiter.Create<string, string>(key =>
            RateLimitPartition.GetTokenBucketLimiter(
                key,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = most,
                    TokensPerPeriod = each,
                    ReplenishmentPeriod = period,
                    AutoReplenishment = false,
                }
            )
        );

    private static IResult? Take(PartitionedRateLimiter<string> limiter, string key, HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            return null;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromSeconds(1);
        context.Response.Headers.RetryAfter = RetryAfter(wait, context.Request);
        return ErrorAnswer.Of(429, "TooManyRequests", "Too many calls. Wait as long as Retry-After says.");
    }

    /// <summary>In seconds, as HTTP has it; DirectLineJS takes the number for milliseconds, and would be back at once.</summary>
    private static string RetryAfter(TimeSpan wait, HttpRequest request)
    {
        var client = request.Headers["x-ms-bot-agent"].ToString();
        var seconds = Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        var number = client.Contains("directlinejs", StringComparison.OrdinalIgnoreCase) ? seconds * 1000 : seconds;
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
