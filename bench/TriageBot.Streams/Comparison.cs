using System.Globalization;

namespace TriageBot.Streams;

/// <summary>The same patients write the same texts at the same pace, by one door and then by the other.</summary>
internal sealed class Comparison(string host, int idle, int active, int rounds, TimeSpan round)
{
    private const int BeginningsAtATime = 16;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public async Task RunAsync(TextWriter output, CancellationToken stop)
    {
        await using var server = await HostUnderLoad.StartAsync(host, stop);
        using var http = server.Client();
        var listeners = await BeginAsync(server, http, idle, stop);
        var writers = await BeginAsync(server, http, active, stop);
        await PlayAsync(writers, new Times(), WarmUp, stop);
        await PlayAsync(Messengers(http), new Times(), WarmUp, stop);

        var before = server.ResidentBytes;
        await Parallel.ForEachAsync(
            listeners,
            Some(stop),
            async (listener, token) => await listener.ListenAsync(token)
        );
        var afterIdle = server.ResidentBytes;
        await Parallel.ForEachAsync(writers, Some(stop), async (writer, token) => await writer.ListenAsync(token));

        var (posted, heard, messages) = (new Times(), new Times(), new Times());
        for (var i = 0; i < rounds; i++)
        {
            await PlayAsync(Messengers(http), messages, round, stop);
            await PlayAsync(writers, posted, round, stop, heard);
        }

        output.WriteLine(
            Text(
                $"{idle} idle streams, {active} patients who write every {LineTalk.Pace.TotalSeconds} s each, one host"
            )
        );
        output.WriteLine(Text($"/api/messages               {messages}"));
        output.WriteLine(Text($"Direct Line, post answered  {posted}  {posted.Against(messages)}"));
        output.WriteLine(Text($"Direct Line, reply heard    {heard}  {heard.Against(messages)}"));
        output.WriteLine(Text($"memory of an idle stream    {(afterIdle - before) / 1024.0 / idle:0.0} kB resident"));
        output.WriteLine(Text($"streams lost                {listeners.Concat(writers).Count(talk => talk.IsLost)}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static ParallelOptions Some(CancellationToken stop) =>
        new() { MaxDegreeOfParallelism = BeginningsAtATime, CancellationToken = stop };

    private static async Task<List<LineTalk>> BeginAsync(
        HostUnderLoad server,
        HttpClient http,
        int count,
        CancellationToken stop
    )
    {
        var talks = Enumerable.Range(0, count).Select(number => new LineTalk(http, server.Secret, number)).ToList();
        await Parallel.ForEachAsync(talks, Some(stop), async (talk, token) => await talk.BeginAsync(token));
        return talks;
    }

    private List<MessageTalk> Messengers(HttpClient http) =>
        [.. Enumerable.Range(0, active).Select(number => new MessageTalk(http, number))];

    private static Task PlayAsync(
        IReadOnlyList<ITalk> talks,
        Times times,
        TimeSpan length,
        CancellationToken stop,
        Times? heard = null
    )
    {
        // Spread over the pace, as patients are.
        var step = LineTalk.Pace / talks.Count;
        return Task.WhenAll(talks.Select((talk, number) => talk.PlayAsync(times, heard, step * number, length, stop)));
    }
}
