using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TriageBot.Host.Tests.Support;
using Xunit.Abstractions;

namespace TriageBot.Host.Tests.Connector;

/// <summary>Whatever arrives, the host answers with something sensible and goes on.</summary>
public sealed class GeneratedRequestTests(RegisteredHost registered, ITestOutputHelper output)
    : IClassFixture<RegisteredHost>
{
    private const int Groups = 400;
    private const int InGroup = 50;

    private static readonly int[] Sensible = [200, 400, 401, 403, 404, 408, 411, 413, 415, 417, 431, 501];

    private readonly Dictionary<int, int> counts = [];

    [Fact]
    public async Task Twenty_thousand_generated_requests_get_no_500_and_leave_the_host_alive()
    {
        var seed = ulong.Parse(
            Environment.GetEnvironmentVariable("TRIAGEBOT_SEED") ?? "20261122",
            CultureInfo.InvariantCulture
        );
        output.WriteLine($"The requests come from TRIAGEBOT_SEED={seed}.");
        var groups = new GeneratedRequests(registered.Token).One.ArrayOf(InGroup);
        // FsCheck waits for no task, and the host needs this thread for nothing.
        await Task.Run(() =>
            Prop.ForAll(groups.ToArbitrary(), group => Answer(group).GetAwaiter().GetResult())
                .Check(Config.QuickThrowOnFailure.WithMaxTest(Groups).WithReplay(seed, 1UL))
        );

        output.WriteLine(
            string.Join(", ", counts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))
        );
        Assert.Equal(Groups * InGroup, counts.Values.Sum());
        Assert.All(Sensible[..4], status => Assert.True(counts.GetValueOrDefault(status) > 100, $"{status} is rare"));
        Assert.DoesNotContain("A turn threw", registered.Host.Log.All, StringComparison.Ordinal);
        using var ready = await registered.Host.Http.GetAsync("/readyz");
        Assert.Contains("\"ready\":true", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var response = await registered.Post(registered.Message(), registered.Token);
        Assert.Contains("Call 911 now.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task Answer(GeneratedRequest[] group)
    {
        foreach (var status in await Task.WhenAll(group.Select(Send)))
        {
            counts[status] = counts.GetValueOrDefault(status) + 1;
            Assert.Contains(status, Sensible);
        }
    }

    private async Task<int> Send(GeneratedRequest generated)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new ByteArrayContent(generated.Body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", generated.ContentType);
        request.Headers.TryAddWithoutValidation("Authorization", generated.Authorization);
        foreach (var (name, value) in generated.Headers)
        {
            _ =
                request.Headers.TryAddWithoutValidation(name, value)
                || request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await registered.Host.Http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
