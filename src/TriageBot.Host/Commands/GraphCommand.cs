using System.CommandLine;
using TriageBot.Host.Charts;
using TriageBot.Host.Content;
using TriageBot.Protocols;
using TriageBot.Protocols.Reading;

namespace TriageBot.Host.Commands;

/// <summary><c>graph PROTOCOL</c>: draws the flow chart.</summary>
internal static class GraphCommand
{
    public static Command Make(string[] settings, Streams io)
    {
        var name = ProtocolArgument();
        var language = LanguageOption();
        var output = new Option<string?>("--out") { Description = "The file to write. Default: standard output" };
        var command = new Command("graph", "Draws a protocol as an SVG picture in the shape of printed pages.")
        {
            name,
            language,
            output,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var clinical = Read(settings);
                var protocol = Find(clinical, parsed.GetValue(name)!);
                var phrases = clinical.Phrases.In(Language(clinical, parsed.GetValue(language)!));
                var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
                await WriteAsync(FlowChart.Sheet(protocol, phrases, today), parsed.GetValue(output), io, stop);
                return 0;
            }
        );
        return command;
    }

    public static Argument<string> ProtocolArgument() =>
        new("PROTOCOL") { Description = "Its id, such as kyphoplasty" };

    public static Option<string> LanguageOption() =>
        new("--lang") { Description = "The language of the texts", DefaultValueFactory = _ => "en" };

    /// <exception cref="DefectiveDataException">The clinicians' files are wrong.</exception>
    public static ClinicalFiles Read(string[] settings)
    {
        var clinical = ClinicalFiles.Read(CheckCommand.ContentOf(settings).Directory);
        return clinical.Defects.Count == 0 ? clinical : throw new DefectiveDataException(clinical.Defects);
    }

    /// <exception cref="InvalidDataException">There is none.</exception>
    public static Protocol Find(ClinicalFiles clinical, string id) =>
        clinical.Protocols.Find(id)
        ?? throw new InvalidDataException(
            $"There is no protocol '{id}'; there are: {string.Join(", ", clinical.Protocols.Protocols.Select(p => p.Id))}."
        );

    /// <exception cref="InvalidDataException">Nobody speaks it.</exception>
    public static string Language(ClinicalFiles clinical, string language) =>
        clinical.Phrases.Speaks(language)
            ? language
            : throw new InvalidDataException(
                $"--lang must be one of: {string.Join(", ", clinical.Phrases.Languages)}."
            );

    public static async Task WriteAsync(string text, string? file, Streams io, CancellationToken stop)
    {
        if (file is null)
        {
            await io.Out.WriteAsync(text.AsMemory(), stop);
            return;
        }

        await File.WriteAllTextAsync(file, text, stop);
        await io.Out.WriteLineAsync(Path.GetFullPath(file));
    }
}
