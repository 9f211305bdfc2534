using System.CommandLine;
using TriageBot.Host.Enrolling;

namespace TriageBot.Host.Commands;

/// <summary><c>enrol</c>: gives patients who go home a link of their own.</summary>
internal static class EnrolCommand
{
    public static Command Make(string[] settings, Streams io)
    {
        var csv = new Option<FileInfo?>("--csv")
        {
            Description = "A file with a line for each patient; its first line names the columns as these options",
        };
        var revoke = new Option<string?>("--revoke") { Description = "Ends a link at once; say its code" };
        var by = new Option<string>("--by")
        {
            Description = "Who enrols. Default: the user at this terminal",
            DefaultValueFactory = _ => Environment.UserName,
        };
        var fields = EnrolmentFields
            .All.Select(field => new Option<string?>($"--{field.Name}") { Description = field.What })
            .ToList();
        var command = new Command("enrol", "Enrols patients, and prints the link for each.") { csv, revoke, by };
        fields.ForEach(command.Add);
        command.SetAction(
            async (parsed, stop) =>
            {
                var given = fields
                    .Where(option => parsed.GetValue(option) is not null)
                    .ToDictionary(option => option.Name.TrimStart('-'), option => parsed.GetValue(option)!);
                await using var session = await HostWorkSession.BeginAsync(settings, roundTheClock: false, stop);
                var who = parsed.GetValue(by)!;
                if (parsed.GetValue(revoke) is { } code)
                {
                    return await session.Work.RevokeLinkAsync(code, who, stop)
                        ? Say(io.Out, "The link is revoked.", 0)
                        : Say(io.Error, "There is no such link. Say its code, as a1b2c3d4-e5f6g7h8.", 1);
                }

                var answer = parsed.GetValue(csv) is { } file
                    ? await session.Work.EnrolFileAsync(await File.ReadAllTextAsync(file.FullName, stop), who, stop)
                    : await session.Work.EnrolAsync(given, who, stop);
                return Tell(answer, io);
            }
        );
        return command;
    }

    private static int Tell(EnrolAnswer answer, Streams io)
    {
        foreach (var problem in answer.Problems)
        {
            io.Error.WriteLine(problem);
        }

        if (answer.Problems.Count > 0)
        {
            return Say(io.Error, $"Nobody was enrolled: {answer.Problems.Count} to correct, see above.", 1);
        }

        foreach (var patient in answer.Patients)
        {
            io.Out.WriteLine($"{patient.Name}\t{patient.Link}\tuntil {patient.Until:yyyy-MM-dd}");
        }

        return 0;
    }

    private static int Say(TextWriter output, string text, int code)
    {
        output.WriteLine(text);
        return code;
    }
}
