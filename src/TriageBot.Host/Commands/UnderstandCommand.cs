using System.CommandLine;
using System.Globalization;
using TriageBot.Host.Configuration;
using TriageBot.Host.Content;
using TriageBot.Language;

namespace TriageBot.Host.Commands;

/// <summary><c>understand</c>: what the reader makes of texts, one JSON object a line.</summary>
internal static class UnderstandCommand
{
    private const string Auto = "auto";

    public static Command Make(string[] settings, Streams io)
    {
        var language = new Option<string>("--lang")
        {
            Description = "The texts' language where a line does not say it: en, es, or auto",
            DefaultValueFactory = _ => Auto,
        };
        var explain = new Option<bool>("--explain") { Description = "Adds what was read where, and why" };
        var command = new Command(
            "understand",
            "Reads one text a line from standard input, or id, language and text apart by tabs; writes one JSON a line."
        )
        {
            language,
            explain,
        };
        command.SetAction(
            (parsed, stop) =>
                ReadAllAsync(
                    parsed.GetValue(language)!,
                    parsed.GetValue(explain),
                    CheckCommand.ContentOf(settings),
                    io,
                    stop
                )
        );
        return command;
    }

    private static async Task<int> ReadAllAsync(
        string language,
        bool explain,
        ContentSettings content,
        Streams io,
        CancellationToken stop
    )
    {
        var files = ClinicalFiles.Read(content.Directory);
        if (files.Defects.Count > 0)
        {
            throw new StartRefusedException([.. files.Defects.Select(defect => defect.ToString())]);
        }

        HashSet<string> languages = [Auto, .. files.Lexicons.Languages];
        if (!languages.Contains(language))
        {
            await io.Error.WriteLineAsync($"--lang must be one of: {string.Join(", ", languages)}.");
            return 1;
        }

        var reader = files.Reader();
        for (var number = 1; await io.In.ReadLineAsync(stop) is { } line; number++)
        {
            if (line.StartsWith("id\tlang\ttext", StringComparison.Ordinal))
            {
                continue;
            }

            var cells = line.Split('\t');
            var isRow = cells.Length >= 3 && languages.Contains(cells[1]);
            var id = isRow ? cells[0] : number.ToString(CultureInfo.InvariantCulture);
            var text = isRow ? cells[2] : line;
            var understood = Understanding.Describe(reader, text, isRow ? cells[1] : language);
            await io.Out.WriteLineAsync(UnderstandingJson.Write(id, text, understood, explain));
        }

        return 0;
    }
}
