using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using TriageBot.Conversation.Phrases;
using TriageBot.Host.Configuration;
using TriageBot.Host.Content;
using TriageBot.Language;
using TriageBot.Protocols.Proofs;
using TriageBot.Protocols.Reading;

namespace TriageBot.Host.Commands;

/// <summary><c>check [DIR]</c>: everything that is wrong with the clinicians' files, and the proof that nothing else is.</summary>
internal static class CheckCommand
{
    public static Command Make(string[] settings, Streams io)
    {
        var directory = new Argument<string?>("DIR")
        {
            Description = "A copy of dialogs/, or a folder of protocols. Default: what the host would load",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "check",
            "Checks protocols, phrases and lexicons, and proves the protocols; exit code 1 with every mistake."
        )
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
        List<Defect> defects = [.. files.Defects];
        if (defects.Count == 0)
        {
            LexiconLibrary.CheckEveryPhrase(DialogFiles.In(chosen).Lexicons, defects);
        }

        var texts = TextChecks.Read(
            DialogFiles.In(chosen).Phrases,
            files.Protocols.Protocols,
            files.Defects.Count == 0 ? files.Reader() : null,
            defects
        );
        foreach (var defect in defects)
        {
            io.Out.WriteLine(defect);
        }

        var began = Stopwatch.GetTimestamp();
        var proofs = Proof.OfAll(files.Protocols.Protocols);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var violations = Report(files, proofs, io);
        if (defects.Count + violations > 0)
        {
            io.Out.WriteLine($"Mistakes: {defects.Count + violations}.");
            return 1;
        }

        Sum(files, proofs, texts, seconds, io);
        return 0;
    }

    /// <summary>Each violation once, though several protocols may share it, with the shortest check-in that shows it.</summary>
    private static int Report(ClinicalFiles files, IReadOnlyList<ProofReport> proofs, Streams io)
    {
        var seen = new HashSet<(string, string, int, string)>();
        foreach (var proof in proofs)
        {
            var protocol = files.Protocols.Find(proof.Protocol)!;
            foreach (var violation in proof.Violations)
            {
                if (seen.Add((violation.Code, violation.File, violation.Line, violation.Message)))
                {
                    io.Out.WriteLine(
                        $"protocols/{violation.File}:{violation.Line} {violation.Code} {violation.Message}"
                    );
                    foreach (var line in ExampleTalk.Of(protocol, files.Phrases.In("en"), violation.Example))
                    {
                        io.Out.WriteLine($"    {line}");
                    }
                }
            }
        }

        return seen.Count;
    }

    private static void Sum(
        ClinicalFiles files,
        IReadOnlyList<ProofReport> proofs,
        int texts,
        double seconds,
        Streams io
    )
    {
        foreach (var proof in proofs)
        {
            var protocol = files.Protocols.Find(proof.Protocol)!;
            io.Out.WriteLine(
                $"{protocol.Id} {protocol.Version} ({protocol.Review.Status.ToString().ToLowerInvariant()}): "
                    + $"{proof.Questions} questions, {proof.Rules} rules, {protocol.Hash[..12]}"
            );
            io.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  proved: {proof.Ways} check-ins in {proof.Situations} situations and {proof.Turns} turns, "
                )
                    + $"{proof.Sayings} kinds of free text; {proof.ClearQuestions} questions where all is clear, "
                    + $"{proof.MostQuestions} at most"
            );
        }

        io.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Proof: {seconds:0.0} s. Texts checked: {texts}.")
        );
        io.Out.WriteLine($"Phrases: {string.Join(", ", files.Phrases.Languages)}.");
        io.Out.WriteLine($"Lexicons: {string.Join(", ", files.Lexicons.Languages)}.");
        io.Out.WriteLine("No mistakes.");
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
