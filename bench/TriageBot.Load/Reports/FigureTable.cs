using System.Globalization;
using System.Text.Json;

namespace TriageBot.Load.Reports;

/// <summary>Figures for people and for programs.</summary>
internal static class FigureTable
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Head =>
        "| server | load | turns/s | p50 ms | p99 ms | slowest ms | CPU µs | memory MB | most MB | first answer ms | of bare |\n"
        + "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|";

    public static string Line(Figure figure) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {figure.Server} | {figure.Load} | {figure.TurnsPerSecond:F0} | {figure.Median:F2} | {figure.P99:F2} "
                + $"| {figure.Slowest:F1} | {figure.ProcessorPerTurn:F0} | {figure.ResidentMegabytes:F0} | {figure.MostResidentMegabytes:F0} "
                + $"| {figure.FirstAnswer:F0} | {(figure.OfBare is { } share ? $"1/{1 / share:F1}" : "")} |"
        );

    public static async Task WriteJsonAsync(IReadOnlyList<Figure> figures, string path, CancellationToken stop)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, figures, Indented, stop);
    }
}
