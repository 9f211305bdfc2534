using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TriageBot.Host.Cases;

namespace TriageBot.Host.Commands;

/// <summary><c>cases</c>: the nurse line's work.</summary>
internal static class CasesCommand
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Command Make(string[] settings, Streams io)
    {
        var open = new Option<bool>("--open") { Description = "Only cases that are not closed" };
        var json = new Option<bool>("--json") { Description = "For programs" };
        var command = new Command("cases", "Lists cases, the most pressing first.") { open, json };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var session = await HostWorkSession.BeginAsync(settings, roundTheClock: false, stop);
                var lines = await session.Work.ListAsync(parsed.GetValue(open), stop);
                if (parsed.GetValue(json))
                {
                    await io.Out.WriteLineAsync(JsonSerializer.Serialize(lines, Json));
                }
                else
                {
                    WriteTable(lines, io.Out);
                }

                return 0;
            }
        );
        return command;
    }

    private static void WriteTable(IReadOnlyList<CaseLine> lines, TextWriter output)
    {
        if (lines.Count == 0)
        {
            output.WriteLine("No cases.");
        }

        foreach (var line in lines)
        {
            var due = line.Due.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
            var late = line.Overdue ? " OVERDUE" : "";
            output.WriteLine($"{line.Id}  {line.Disposition, -9}  due {due}{late}  {line.Status}  {line.Headline}");
        }
    }
}
