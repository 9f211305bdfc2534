using System.CommandLine;
using TriageBot.Host.Configuration;
using TriageBot.Host.Content;

namespace TriageBot.Host.Commands;

/// <summary><c>check [DIR]</c>: everything that is wrong with the clinicians' files.</summary>
internal static class CheckCommand
{
    public static Command Make(string[] settings, Streams io)
    {
        var directory = new Argument<string?>("DIR")
        {
            Description = "A copy of dialogs/, or a folder of protocols. Default: what the host would load",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("check", "Checks protocols, phrases and lexicons; exit code 1 with every mistake.")
        {
            directory,
        };
        command.SetAction(parsed => Check(parsed.GetValue(directory), settings, io));
        return command;
    }

    private static int Check(string? directory, string[] settings, Streams io)
    {
        var chosen = directory is null ? ContentOf(settings).Directory : Path.GetFullPath(directory);
        if (!Directory.Exists(chosen))
        {
            io.Error.WriteLine($"{chosen} is no directory. Name a copy of dialogs/, or a folder of protocols.");
            return 1;
        }

        var files = ClinicalFiles.Read(chosen);
        var defects = files.Defects.ToList();
        if (defects.Count == 0)
        {
            files.Lexicons.CheckEveryPhrase(defects);
        }

        foreach (var defect in defects)
        {
            io.Out.WriteLine(defect);
        }

        if (defects.Count > 0)
        {
            var count = defects.Select(defect => defect.File).Distinct().Count();
            io.Out.WriteLine($"Mistakes: {defects.Count}, in files: {count}.");
            return 1;
        }

        foreach (var protocol in files.Protocols.Protocols)
        {
            io.Out.WriteLine(
                $"{protocol.Id} {protocol.Version} ({protocol.Review.Status.ToString().ToLowerInvariant()}): "
                    + $"{protocol.Questions.Length} questions, {protocol.Rules.Length} rules, {protocol.Hash[..12]}"
            );
        }

        io.Out.WriteLine($"Phrases: {string.Join(", ", files.Phrases.Languages)}.");
        io.Out.WriteLine($"Lexicons: {string.Join(", ", files.Lexicons.Languages)}.");
        io.Out.WriteLine("No mistakes.");
        return 0;
    }

    /// <summary>The one section that verbs need which work on files alone.</summary>
    /// <exception cref="StartRefusedException">It is wrong.</exception>
    public static ContentSettings ContentOf(string[] settings)
    {
        var builder = Builders.ForVerb(settings);
        var reader = new SettingsReader(builder.Configuration, builder.Environment);
        var content = ContentSettings.Read(reader);
        return reader.Problems.Count == 0 ? content : throw new StartRefusedException(reader.Problems);
    }
}
