using System.CommandLine;
using System.Text.Json;
using TriageBot.Host.Link;
using TriageBot.Records.CaseFiles;

namespace TriageBot.Host.Commands;

/// <summary><c>case ID</c>: shows a case, takes it, or closes it.</summary>
internal static class CaseCommand
{
    public static Command Make(string[] settings, Streams io)
    {
        var id = new Argument<string>("ID") { Description = "As 'triagebot cases' shows it" };
        var ack = new Option<string?>("--ack") { Description = "Notes that the nurse of this name has taken it" };
        var close = new Option<string?>("--close") { Description = "Closes it; say what came of it" };
        var by = new Option<string>("--by")
        {
            Description = "Who looks or closes. Default: the user at this terminal",
            DefaultValueFactory = _ => Environment.UserName,
        };
        var json = new Option<bool>("--json") { Description = "For programs" };
        var command = new Command("case", "Shows a case, takes it, or closes it.") { id, ack, close, by, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(ack) is not null && result.GetValue(close) is not null)
            {
                result.AddError("Take a case with --ack first, and close it later with --close: one at a time.");
            }
        });
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var session = await HostWorkSession.BeginAsync(settings, roundTheClock: false, stop);
                var work = session.Work;
                var name = parsed.GetValue(id)!;
                var who = parsed.GetValue(by)!;
                if (parsed.GetValue(ack) is { } nurse)
                {
                    return Tell(await work.AcknowledgeAsync(name, nurse, stop), name, "is taken", io);
                }

                return parsed.GetValue(close) is { } outcome
                    ? Tell(await work.CloseAsync(name, who, outcome, stop), name, "is closed", io)
                    : await ShowAsync(work, name, who, parsed.GetValue(json), io, stop);
            }
        );
        return command;
    }

    private static async Task<int> ShowAsync(
        IHostWork work,
        string id,
        string reader,
        bool json,
        Streams io,
        CancellationToken stop
    )
    {
        if (await work.ReadAsync(id, reader, stop) is not { } sheet)
        {
            return Tell(DeskAnswer.NoSuchCase, id, "", io);
        }

        await io.Out.WriteLineAsync(json ? JsonSerializer.Serialize(sheet, CasesCommand.Json) : sheet.Text.TrimEnd());
        return 0;
    }

    private static int Tell(DeskAnswer answer, string id, string done, Streams io)
    {
        if (answer == DeskAnswer.Done)
        {
            io.Out.WriteLine($"Case {id} {done}.");
            return 0;
        }

        io.Error.WriteLine(
            answer switch
            {
                DeskAnswer.NoSuchCase => $"There is no case {id}. See 'triagebot cases'.",
                DeskAnswer.TakenByAnother => $"Another nurse has case {id}. See 'triagebot case {id}'.",
                DeskAnswer.AlreadyClosed => $"Case {id} is closed already.",
                _ => $"Case {id} could not be changed now. Try again in a moment.",
            }
        );
        return 1;
    }
}
