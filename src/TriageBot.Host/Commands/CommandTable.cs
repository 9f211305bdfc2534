using System.CommandLine;
using TriageBot.Host.Configuration;
using TriageBot.Protocols.Reading;
using TriageBot.Records.Storage;

namespace TriageBot.Host.Commands;

/// <summary>All verbs of the program.</summary>
internal static class CommandTable
{
    private const int Failed = 1;

    /// <returns>The exit code: 0, or 1 where something has to be done by whoever called.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Streams io,
        CancellationToken stop = default
    )
    {
        var (verb, settings) = SettingArguments.Split(arguments);
        // The host's own lifetime answers signals, and takes the time that turns need to end.
        var configuration = new InvocationConfiguration
        {
            Output = io.Out,
            Error = io.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await Build(settings, io).Parse(verb).InvokeAsync(configuration, stop);
        }
        catch (StartRefusedException refused)
        {
            foreach (var problem in refused.Problems)
            {
                await io.Error.WriteLineAsync(problem);
            }

            await io.Error.WriteLineAsync($"triagebot does not start: {refused.Problems.Count} to correct, see above.");
            return Failed;
        }
        catch (Exception problem)
            when (problem
                    is RecordsException
                        or IOException
                        or InvalidDataException
                        or FormatException
                        or DefectiveDataException
            )
        {
            await io.Error.WriteLineAsync(problem.Message);
            return Failed;
        }
    }

    private static RootCommand Build(string[] settings, Streams io)
    {
        var root = new RootCommand(
            "TriageBot checks in with patients after a spine procedure. Without a verb it serves. "
                + "Settings may follow any verb, as in --Records:Directory=/srv/triagebot."
        );
        root.Add(ServeCommand.Make(settings));
        root.Add(ChatCommand.Make(settings, io));
        root.Add(CasesCommand.Make(settings, io));
        root.Add(CaseCommand.Make(settings, io));
        root.Add(EnrolCommand.Make(settings, io));
        root.Add(UnderstandCommand.Make(settings, io));
        root.Add(CheckCommand.Make(settings, io));
        root.Add(CompileCommand.Make(settings, io));
        root.Add(PlayCommand.Make(settings, io));
        root.Add(RecordCommand.Make(settings, io));
        root.Add(GraphCommand.Make(settings, io));
        root.Add(ReviewCommand.Make(settings, io));
        root.Add(SafetyReportCommand.Make(settings, io));
        root.Add(DiffCommand.Make(io));
        root.Add(BackupCommand.Make(settings, io));
        root.Add(RestoreCommand.Make(settings, io));
        ServeCommand.MakeDefault(root, settings);
        return root;
    }
}
