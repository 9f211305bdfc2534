using System.CommandLine;

namespace TriageBot.Host.Commands;

/// <summary><c>record CONVERSATION</c>: writes a conversation as the Bot Framework Emulator saves one.</summary>
internal static class RecordCommand
{
    public static Command Make(string[] settings, Streams io)
    {
        var id = new Argument<string>("CONVERSATION") { Description = "Its id, or the id of one of its cases" };
        var by = new Option<string>("--by")
        {
            Description = "Who looks. Default: the user at this terminal",
            DefaultValueFactory = _ => Environment.UserName,
        };
        var command = new Command(
            "record",
            "Writes a conversation as a .transcript file, which 'play' holds again. It holds what the patient wrote."
        )
        {
            id,
            by,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var session = await HostWorkSession.BeginAsync(settings, roundTheClock: false, stop);
                var name = parsed.GetValue(id)!;
                if (await session.Work.RecordAsync(name, parsed.GetValue(by)!, stop) is not { } activities)
                {
                    await io.Error.WriteLineAsync(
                        $"There is no conversation and no case {name}. See 'triagebot cases'."
                    );
                    return 1;
                }

                await io.Out.WriteLineAsync("[");
                await io.Out.WriteLineAsync(string.Join(",\n", activities));
                await io.Out.WriteLineAsync("]");
                return 0;
            }
        );
        return command;
    }
}
