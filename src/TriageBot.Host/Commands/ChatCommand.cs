using System.CommandLine;
using Spectre.Console;
using TriageBot.Host.Content;
using TriageBot.Host.Terminal;

namespace TriageBot.Host.Commands;

/// <summary><c>chat</c>: the whole conversation in the terminal.</summary>
internal static class ChatCommand
{
    public static Command Make(string[] settings, Streams io)
    {
        var protocol = new Option<string?>("--protocol")
        {
            Description = "The procedure, as kyphoplasty; else the bot asks",
        };
        var language = new Option<string?>("--lang") { Description = "The language to begin in, as es" };
        var command = new Command(
            "chat",
            "Talks with the bot in the terminal; what is said is recorded like any other."
        )
        {
            protocol,
            language,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var chosen = parsed.GetValue(protocol);
                var spoken = parsed.GetValue(language);
                if (Objection(settings, chosen, spoken) is { } objection)
                {
                    await io.Error.WriteLineAsync(objection);
                    return 1;
                }

                await using var session = await HostWorkSession.BeginAsync(settings, roundTheClock: true, stop);
                await new TerminalTalk(session.Work, ScreenOn(io), TimeProvider.System, chosen, spoken).RunAsync(stop);
                return 0;
            }
        );
        return command;
    }

    private static string? Objection(string[] settings, string? protocol, string? language)
    {
        if (protocol is null && language is null)
        {
            return null;
        }

        var files = ClinicalFiles.Read(CheckCommand.ContentOf(settings).Directory);
        if (protocol is not null && files.Protocols.Find(protocol) is null)
        {
            var known = files.Protocols.Protocols.Select(found => found.Id);
            return $"--protocol must be one of: {string.Join(", ", known)}.";
        }

        return language is not null && !files.Phrases.Speaks(language)
            ? $"--lang must be one of: {string.Join(", ", files.Phrases.Languages)}."
            : null;
    }

    private static IScreen ScreenOn(Streams io) =>
        io.IsInteractive
            ? new ColorScreen(
                AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(io.Out) }),
                io.In
            )
            : new PlainScreen(io.In, io.Out);
}
