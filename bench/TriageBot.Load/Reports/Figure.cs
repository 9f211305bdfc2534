using TriageBot.Load.Servers;
using TriageBot.Load.Traffic;

namespace TriageBot.Load.Reports;

/// <summary>One line of the report.</summary>
/// <param name="FirstAnswer">Milliseconds from the start of the process to its first answer.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="ProcessorPerTurn">Microseconds of the server's processor time.</param>
/// <param name="OfBare">Turns a second as a share of the bare endpoint's in the same run.</param>
internal sealed record Figure(
    string Server,
    string Load,
    double TurnsPerSecond,
    double Median,
    double P99,
    double Slowest,
    double ProcessorPerTurn,
    double ResidentMegabytes,
    double MostResidentMegabytes,
    double FirstAnswer,
    double? OfBare
)
{
    private const double Megabyte = 1024 * 1024;

    public static Figure Of(string name, string load, ServerProcess server, Measured measured, Figure? bare) =>
        new(
            name,
            load,
            measured.TurnsPerSecond,
            measured.Median,
            measured.P99,
            measured.Slowest,
            measured.Processor,
            server.ResidentBytes / Megabyte,
            server.MostResidentBytes / Megabyte,
            server.FirstAnswer.TotalMilliseconds,
            bare is null ? null : measured.TurnsPerSecond / bare.TurnsPerSecond
        );
}
