using System.Globalization;

namespace TriageBot.Language.Tests;

/// <summary>How well a labelled set of texts is understood, by the rules of the evaluation's README.</summary>
internal sealed class Score
{
    private int found;
    private int missed;
    private int invented;
    private int emergencies;
    private int emergenciesHeard;
    private int harmless;
    private int falseEmergencies;
    private int callbacks;
    private int callbacksHeard;
    private int callbacksRaised;
    private int denied;
    private int deniedHeard;
    private int deniedAsPresent;
    private int temperatures;
    private int temperaturesRight;

    /// <summary>What went wrong, for the failing log.</summary>
    public List<string> Faults { get; } = [];

    public int Rows { get; private set; }

    public double F1 => 2.0 * found / Math.Max(1, (2 * found) + missed + invented);

    public double EmergencyRecall => Share(emergenciesHeard, emergencies);

    public int EmergenciesMissed => emergencies - emergenciesHeard;

    /// <summary>Texts without any need of a call that were read as emergencies, of all such texts.</summary>
    public double FalseEmergencies => harmless == 0 ? 0 : (double)falseEmergencies / harmless;

    public double CallbackRecall => Share(callbacksHeard, callbacks);

    /// <summary>Texts that need a call and were read as an emergency.</summary>
    public double CallbacksRaised => callbacks == 0 ? 0 : (double)callbacksRaised / callbacks;

    /// <summary>The line of the table that docs/understanding.md publishes.</summary>
    public string Line =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Rows} texts | emergencies {emergenciesHeard} of {emergencies} | false {falseEmergencies} of {harmless} | calls {callbacksHeard} of {callbacks}, {callbacksRaised} raised | F1 {F1:0.000} | denied {deniedHeard} of {denied}, {deniedAsPresent} as present | temperatures {temperaturesRight} of {temperatures}"
        );

    public double DeniedRecall => Share(deniedHeard, denied);

    public int DeniedAsPresent => deniedAsPresent;

    public double Temperatures => Share(temperaturesRight, temperatures);

    public static Score Of(PatientReader reader, IEnumerable<string> tsv)
    {
        var score = new Score();
        foreach (var row in tsv.Skip(1).Select(line => line.Split('\t')).Where(row => row.Length >= 6))
        {
            score.Add(row, Understanding.Describe(reader, row[2], row[1]));
        }

        return score;
    }

    private void Add(string[] row, Understanding read)
    {
        Rows++;
        var labels = row[3] == "none" ? [] : Split(row[3]);
        var wanted = labels.Where(l => !l.EndsWith('?') && !IsTemperature(l)).ToHashSet();
        var allowed = labels
            .Concat(Split(row[4]))
            .Where(l => l.EndsWith('?'))
            .Select(l => l.TrimEnd('?'))
            .Concat(wanted)
            .ToHashSet();
        var misses = wanted.Except(read.Findings).ToList();
        var extras = read.Findings.Except(allowed).Except(["bruise", "itch", "nausea"]).ToList();
        found += wanted.Count - misses.Count;
        missed += misses.Count;
        invented += extras.Count;
        Note(
            row,
            misses.Count + extras.Count > 0,
            $"missed [{string.Join(' ', misses)}], invented [{string.Join(' ', extras)}]"
        );
        AddRoute(row, read);
        foreach (var label in Split(row[4]).Where(l => !l.EndsWith('?')))
        {
            denied++;
            deniedHeard += read.Absent.Contains(label) ? 1 : 0;
            deniedAsPresent += read.Findings.Contains(label) ? 1 : 0;
            Note(row, !read.Absent.Contains(label), $"'{label}' is denied, and was not read as denied");
        }

        foreach (var label in labels.Where(l => IsTemperature(l) && !l.EndsWith('?')))
        {
            temperatures++;
            temperaturesRight += read.TemperatureC == Celsius(label) ? 1 : 0;
            Note(
                row,
                read.TemperatureC != Celsius(label),
                $"temperature {read.TemperatureC}, and should be {Celsius(label)}"
            );
        }
    }

    private void AddRoute(string[] row, Understanding read)
    {
        var heard = read.Floor == "emergency";
        if (row[5] == "emergency")
        {
            emergencies++;
            emergenciesHeard += heard ? 1 : 0;
            Note(row, !heard, $"an emergency, and was read as {read.Floor}");
        }
        else if (row[5] != "callback")
        {
            harmless++;
            falseEmergencies += heard ? 1 : 0;
            Note(row, heard, "no emergency, and was read as one");
        }
        else
        {
            // The label is the least that is right: both numb feet are an emergency by protocol.
            callbacks++;
            callbacksRaised += heard ? 1 : 0;
            callbacksHeard += read.Floor is "callback" or "emergency" ? 1 : 0;
            Note(row, read.Floor is not ("callback" or "emergency"), $"needs a call, and was read as {read.Floor}");
        }
    }

    private void Note(string[] row, bool isFault, string what)
    {
        if (isFault)
        {
            Faults.Add($"{row[0]} \"{row[2]}\": {what}");
        }
    }

    private static List<string> Split(string list) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static bool IsTemperature(string label) => label.StartsWith("temperature=", StringComparison.Ordinal);

    private static decimal Celsius(string label)
    {
        var value = decimal.Parse(label["temperature=".Length..^1], CultureInfo.InvariantCulture);
        return label[^1] == 'C' ? value : Math.Round((value - 32) * 5 / 9, 1, MidpointRounding.AwayFromZero);
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
