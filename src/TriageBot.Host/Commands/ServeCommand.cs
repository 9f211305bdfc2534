using System.CommandLine;
using TriageBot.Host.Configuration;
using TriageBot.Host.Serving;

namespace TriageBot.Host.Commands;

/// <summary><c>serve</c>, and what happens without a verb.</summary>
internal static class ServeCommand
{
    public static Command Make(string[] settings)
    {
        var command = new Command("serve", "Serves patients, and works through what is due.");
        MakeDefault(command, settings);
        return command;
    }

    /// <summary>Makes serving what a command does.</summary>
    public static void MakeDefault(Command command, string[] settings)
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "Where to listen, several apart by semicolons. Default: http://localhost:3978",
        };
        command.Add(urls);
        command.SetAction(
            async (parsed, stop) =>
            {
                var builder = Builders.ForServing(settings);
                if (parsed.GetValue(urls) is { } chosen)
                {
                    builder.WebHost.UseUrls(chosen);
                }

                await using var app = Program.Build(builder);
                await app.OpenAsync(stop);
                await app.RunAsync(stop);
                return 0;
            }
        );
    }
}
