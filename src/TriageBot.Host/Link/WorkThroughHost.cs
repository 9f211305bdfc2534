using System.Net.Http.Headers;
using System.Net.Http.Json;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Host.Cases;
using TriageBot.Host.Enrolling;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Link;

/// <summary>Has the running host do the work.</summary>
internal sealed class WorkThroughHost : IHostWork, IDisposable
{
    private readonly HttpClient http;

    public WorkThroughHost(LinkFile link)
    {
        http = new HttpClient { BaseAddress = link.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", link.Token);
    }

    public async Task<IReadOnlyList<CaseLine>> ListAsync(bool openOnly, CancellationToken stop) =>
        await AskAsync<CaseLine[]>(new LinkRequest(nameof(ListAsync)) { OpenOnly = openOnly }, stop) ?? [];

    public Task<CaseSheet?> ReadAsync(string id, string reader, CancellationToken stop) =>
        AskAsync<CaseSheet>(new LinkRequest(nameof(ReadAsync)) { Case = id, Name = reader }, stop);

    public Task<DeskAnswer> AcknowledgeAsync(string id, string nurse, CancellationToken stop) =>
        AskAsync<DeskAnswer>(new LinkRequest(nameof(AcknowledgeAsync)) { Case = id, Name = nurse }, stop);

    public Task<DeskAnswer> CloseAsync(string id, string nurse, string outcome, CancellationToken stop) =>
        AskAsync<DeskAnswer>(
            new LinkRequest(nameof(CloseAsync))
            {
                Case = id,
                Name = nurse,
                Outcome = outcome,
            },
            stop
        );

    public async Task<TurnAnswer> SayAsync(Activity activity, string? protocol, CancellationToken stop) =>
        await AskAsync<TurnAnswer>(
            new LinkRequest(nameof(SayAsync)) { Activity = BotJson.Write(activity), Protocol = protocol },
            stop
        ) ?? throw NoAnswer();

    public async Task<IReadOnlyList<Spoken>> ReadSinceAsync(
        string conversation,
        long watermark,
        CancellationToken stop
    ) =>
        await AskAsync<Spoken[]>(
            new LinkRequest(nameof(ReadSinceAsync)) { Conversation = conversation, Watermark = watermark },
            stop
        ) ?? [];

    public async Task<EnrolAnswer> EnrolAsync(
        IReadOnlyDictionary<string, string> fields,
        string by,
        CancellationToken stop
    ) =>
        await AskAsync<EnrolAnswer>(
            new LinkRequest(nameof(EnrolAsync)) { Fields = fields.ToDictionary(), Name = by },
            stop
        ) ?? throw NoAnswer();

    public async Task<EnrolAnswer> EnrolFileAsync(string csv, string by, CancellationToken stop) =>
        await AskAsync<EnrolAnswer>(new LinkRequest(nameof(EnrolFileAsync)) { Csv = csv, Name = by }, stop)
        ?? throw NoAnswer();

    public Task<bool> RevokeLinkAsync(string code, string by, CancellationToken stop) =>
        AskAsync<bool>(new LinkRequest(nameof(RevokeLinkAsync)) { Code = code, Name = by }, stop);

    public async Task<IReadOnlyList<string>?> RecordAsync(string id, string reader, CancellationToken stop) =>
        await AskAsync<string[]>(new LinkRequest(nameof(RecordAsync)) { Conversation = id, Name = reader }, stop);

    public void Dispose() => http.Dispose();

    private static RecordsException NoAnswer() => new("The running host gave no answer. Look at its log.");

    private async Task<T?> AskAsync<T>(LinkRequest request, CancellationToken stop)
    {
        try
        {
            using var response = await http.PostAsJsonAsync("/", request, stop);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync<T>(stop);
        }
        catch (HttpRequestException problem)
        {
            throw new RecordsException("The running host does not answer. Look at its log, or stop it.", problem);
        }
    }
}
