using System.Globalization;
using TriageBot.Load.Reports;
using TriageBot.Load.Seeding;
using TriageBot.Load.Servers;
using TriageBot.Load.Traffic;

namespace TriageBot.Load;

/// <summary>What is to be measured, in order.</summary>
internal sealed record Plan
{
    private const int OrdinaryConversations = 32;

    public string? Host { get; init; }

    public IReadOnlyList<int> Conversations { get; init; } = [];

    public IReadOnlyList<int> Stored { get; init; } = [];

    public IReadOnlyList<int> Transcript { get; init; } = [];

    public int Seconds { get; init; }

    public int WarmUp { get; init; }

    public bool InMemory { get; init; }

    public bool WithBare { get; init; }

    public string? Json { get; init; }

    public static IReadOnlyList<int> Numbers(string list) =>
        [
            .. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(number => int.Parse(number, CultureInfo.InvariantCulture)),
        ];

    public async Task<int> RunAsync(TextWriter output, CancellationToken stop)
    {
        var host = Host ?? await Publishing.RunAsync(output, stop);
        var figures = new List<Figure>();
        foreach (var patients in Conversations)
        {
            var bare = WithBare ? Keep(await MeasureBare(patients, stop)) : null;
            Keep(await MeasureHost(host, $"{patients} at once", patients, null, bare, stop));
        }

        foreach (var count in Stored)
        {
            var cast = new StoredCast(count);
            Keep(await MeasureHost(host, $"{count} stored", OrdinaryConversations, cast, null, stop));
        }

        foreach (var length in Transcript)
        {
            var cast = new StandingCast(OrdinaryConversations, length);
            Keep(await MeasureHost(host, $"{length} messages each", OrdinaryConversations, cast, null, stop));
        }

        if (Json is not null)
        {
            await FigureTable.WriteJsonAsync(figures, Json, stop);
        }

        return 0;

        Figure Keep(Figure figure)
        {
            if (figures.Count == 0)
            {
                output.WriteLine(FigureTable.Head);
            }

            figures.Add(figure);
            output.WriteLine(FigureTable.Line(figure));
            return figure;
        }
    }

    private async Task<Figure> MeasureBare(int patients, CancellationToken stop)
    {
        await using var server = await ServerProcess.StartAsync(ServerCommand.OfBareEndpoint(), stop);
        var measured = await Play(server, patients, new FreshCast(), checks: false, stop);
        return Figure.Of("bare endpoint", $"{patients} at once", server, measured, null);
    }

    private async Task<Figure> MeasureHost(
        string host,
        string load,
        int patients,
        ISeededCast? cast,
        Figure? bare,
        CancellationToken stop
    )
    {
        using var directory = new ScratchDirectory();
        var command = ServerCommand.OfHost(host, directory.Path, InMemory);
        if (cast is not null && InMemory)
        {
            throw new InvalidOperationException("What is kept in memory cannot be seeded.");
        }

        // Once, to make the tables: what is timed is the start that an operator sees on any other day.
        await (await ServerProcess.StartAsync(command, stop)).DisposeAsync();
        if (cast is not null)
        {
            await Seed.RunAsync(cast, command, directory.Path, stop);
        }

        await using var server = await ServerProcess.StartAsync(command, stop);
        var measured = await Play(server, patients, (ICast?)cast ?? new FreshCast(), checks: true, stop);
        return Figure.Of(InMemory ? "triagebot, in memory" : "triagebot", load, server, measured, bare);
    }

    private Task<Measured> Play(ServerProcess server, int patients, ICast cast, bool checks, CancellationToken stop) =>
        new Crowd(server, patients, cast, checks).RunAsync(
            TimeSpan.FromSeconds(WarmUp),
            TimeSpan.FromSeconds(Seconds),
            stop
        );
}
