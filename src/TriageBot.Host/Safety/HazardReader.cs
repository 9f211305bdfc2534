using TriageBot.Protocols.Reading;

namespace TriageBot.Host.Safety;

/// <summary>Reads the hazard log, and says everything that is wrong with it.</summary>
internal static class HazardReader
{
    private const string NotYaml = "HZ001";
    private const string Missing = "HZ002";
    private const string UnknownKey = "HZ003";
    private const string WrongWord = "HZ004";
    private const string SameId = "HZ005";
    private const string NoControl = "HZ006";
    private const string NoEvidence = "HZ007";
    private const string Higher = "HZ008";

    /// <exception cref="DefectiveDataException">With every mistake.</exception>
    public static HazardLog Load(string file)
    {
        var defects = new List<Defect>();
        var root = Node.Parse(file, File.ReadAllText(file), defects, NotYaml);
        var status = root.Text("status", Missing);
        var scope = root["scope"]
            .Entries.Select(entry => (Title(entry.Key), entry.Value.Scalar?.Trim() ?? ""))
            .ToList();
        var hazards = root["hazards"].Maps("a hazard", Missing).Select(Read).ToList();
        root.RejectOtherKeys(UnknownKey);
        foreach (var twice in hazards.GroupBy(hazard => hazard.Id).Where(group => group.Count() > 1))
        {
            root["hazards"].Report(SameId, $"there are two hazards {twice.Key}; rename one");
        }

        return defects.Count == 0 ? new HazardLog(status, scope, hazards) : throw new DefectiveDataException(defects);
    }

    private static Hazard Read(Node node)
    {
        var hazard = new Hazard(node.Text("id", Missing), node.Text("hazard", Missing), node.Text("effect", Missing))
        {
            Causes = [.. node["causes"].Texts],
            Initial = ReadRisk(node["initial"]),
            Residual = ReadRisk(node["residual"]),
            Controls = [.. node["controls"].Maps("a control", Missing).Select(ReadControl)],
            Open = node["open"].Scalar?.Trim(),
        };
        if (hazard.Controls.Count == 0)
        {
            node.Report(NoControl, $"{hazard.Id} has no control");
        }

        if (hazard.Residual.Rating > hazard.Initial.Rating)
        {
            node["residual"].Report(Higher, $"the residual risk of {hazard.Id} is higher than the initial one");
        }

        node.RejectOtherKeys(UnknownKey);
        return hazard;
    }

    private static Control ReadControl(Node node)
    {
        var control = new Control(
            node.Text("what", Missing),
            [.. node["tests"].Texts],
            [.. node["cases"].Texts],
            [.. node["proof"].Texts]
        );
        if (control.Tests.Count + control.Cases.Count + control.Proof.Count == 0)
        {
            node.Report(NoEvidence, "nothing shows that this control holds; name tests:, cases: or proof:");
        }

        node.RejectOtherKeys(UnknownKey);
        return control;
    }

    private static Risk ReadRisk(Node node)
    {
        var risk = new Risk(Word<Severity>(node["severity"]), Word<Likelihood>(node["likelihood"]));
        node.RejectOtherKeys(UnknownKey);
        return risk;
    }

    private static T Word<T>(Node node)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(node.Scalar?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var found))
        {
            return found;
        }

        node.Report(WrongWord, $"'{node.Scalar}' is not known; write one of {string.Join(", ", Enum.GetNames<T>())}");
        return default;
    }

    private static string Title(string key) => char.ToUpperInvariant(key[0]) + key[1..].Replace('-', ' ');
}
