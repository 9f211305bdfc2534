using System.CommandLine;
using TriageBot.Host.Content;
using TriageBot.Host.Worked;
using TriageBot.Protocols.Reading;

namespace TriageBot.Host.Commands;

/// <summary><c>play</c>: holds worked conversations, and says where the bot does otherwise.</summary>
internal static class PlayCommand
{
    public static Command Make(string[] settings, Streams io)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files of worked conversations. Default: those that come with the program",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var rules = new Option<bool>("--rules") { Description = "Adds the rules that none of them fires" };
        var only = new Option<string?>("--only") { Description = "Only conversations whose name holds this text" };
        var command = new Command(
            "play",
            "Plays worked conversations on a database of their own; exit code 1 with the first difference of each."
        )
        {
            files,
            only,
            rules,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var clinical = ReadClinical(settings);
                var chosen = Choose(parsed.GetValue(files) ?? [], parsed.GetValue(only), clinical);
                var played = await PlayAsync(chosen, settings, io, stop);
                if (parsed.GetValue(rules))
                {
                    await TellSilentRulesAsync(clinical, played, io);
                }

                var failed = played.Count(result => !result.IsAsWritten);
                await io.Out.WriteLineAsync($"{played.Count - failed} as written, {failed} otherwise.");
                return failed == 0 && played.Count > 0 ? 0 : 1;
            }
        );
        return command;
    }

    private static ClinicalFiles ReadClinical(string[] settings)
    {
        var clinical = ClinicalFiles.Read(CheckCommand.ContentOf(settings).Directory);
        return clinical.Defects.Count == 0 ? clinical : throw new DefectiveDataException(clinical.Defects);
    }

    private static List<WorkedConversation> Choose(string[] files, string? only, ClinicalFiles clinical) =>
        [
            .. WorkedFiles
                .Load(files.Length > 0 ? files : WorkedFiles.Shipped, clinical)
                .Where(worked => only is null || worked.Name.Contains(only, StringComparison.OrdinalIgnoreCase)),
        ];

    private static async Task<List<Played>> PlayAsync(
        List<WorkedConversation> conversations,
        string[] settings,
        Streams io,
        CancellationToken stop
    )
    {
        var results = new List<Played>();
        await using var run = new WorkedRun(settings);
        foreach (var worked in conversations)
        {
            var played = await run.PlayAsync(worked, stop);
            results.Add(played);
            await io.Out.WriteLineAsync($"{(played.IsAsWritten ? "pass" : "FAIL")}  {worked.Name}");
            if (played.Difference is { } difference)
            {
                await io.Out.WriteLineAsync($"      {worked.File}:{worked.Line}");
                await io.Out.WriteLineAsync($"      {difference.ReplaceLineEndings("\n      ")}");
            }
        }

        return results;
    }

    private static async Task TellSilentRulesAsync(ClinicalFiles clinical, List<Played> played, Streams io)
    {
        var fired = played.SelectMany(result => result.Rules).ToHashSet();
        foreach (var protocol in clinical.Protocols.Protocols)
        {
            var silent = protocol.Rules.Where(rule => !fired.Contains((protocol.Id, rule.Id))).ToList();
            await io.Out.WriteLineAsync($"{protocol.Id}: {silent.Count} of {protocol.Rules.Length} rules never fire");
            foreach (var rule in silent)
            {
                await io.Out.WriteLineAsync($"      {rule.Id}");
            }
        }
    }
}
