namespace TriageBot.BotFramework.Tests.Hosting;

/// <summary>A channel: reads the request, then does as it is told.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    : HttpMessageHandler
{
    public List<(HttpMethod Method, string Address, string Body)> Requests { get; } = [];

    /// <summary>False: fails before it has read anything of the body.</summary>
    public bool ReadsBody { get; init; } = true;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = ReadsBody ? await request.Content!.ReadAsStringAsync(cancellationToken) : "";
        Requests.Add((request.Method, request.RequestUri!.AbsoluteUri, body));
        return await answer(request, cancellationToken);
    }
}
