using System.Xml.Linq;

namespace TriageBot.Host.Safety;

/// <summary>What the test runs of a build said, from <c>.trx</c> files.</summary>
internal sealed class TestResults
{
    private readonly Dictionary<string, List<string>> byMethod = new(StringComparer.Ordinal);

    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public int Skipped { get; private set; }

    /// <summary>How many passed, failed and were skipped in each file.</summary>
    public List<(string Project, int Passed, int Failed, int Skipped)> Projects { get; } = [];

    /// <exception cref="InvalidDataException">The folder holds none.</exception>
    public static TestResults Read(string folder)
    {
        var results = new TestResults();
        foreach (var file in Directory.EnumerateFiles(folder, "*.trx").Order(StringComparer.Ordinal))
        {
            results.Add(file);
        }

        return results.Projects.Count > 0
            ? results
            : throw new InvalidDataException($"{folder} holds no .trx file; run TEST_RESULTS={folder} ./test.");
    }

    /// <summary>
    /// The outcome of a test by its full name. A test of an abstract class runs under the names of its classes, so the
    /// method's name decides. "Failed" where any run failed, "Skipped" where any was, "Passed", or null where none ran.
    /// </summary>
    public string? Of(string test)
    {
        var outcomes = byMethod.GetValueOrDefault(test[(test.LastIndexOf('.') + 1)..]);
        return outcomes is null
            ? null
            : outcomes.Find(outcome => outcome == "Failed") ?? outcomes.Find(o => o != "Passed") ?? "Passed";
    }

    private void Add(string file)
    {
        var root = XDocument.Load(file).Root!;
        var space = root.Name.Namespace;
        var methods = root.Descendants(space + "UnitTest")
            .ToDictionary(
                test => (string)test.Attribute("id")!,
                test => (string)test.Element(space + "TestMethod")!.Attribute("name")!
            );
        var (passed, failed, skipped) = (0, 0, 0);
        foreach (var result in root.Descendants(space + "UnitTestResult"))
        {
            var outcome = (string?)result.Attribute("outcome") switch
            {
                "Passed" => "Passed",
                "NotExecuted" => "Skipped",
                _ => "Failed",
            };
            var method = methods.GetValueOrDefault((string)result.Attribute("testId")!, "").Split('(')[0];
            var name = method[(method.LastIndexOf('.') + 1)..];
            if (!byMethod.TryGetValue(name, out var outcomes))
            {
                byMethod[name] = outcomes = [];
            }

            outcomes.Add(outcome);
            passed += outcome == "Passed" ? 1 : 0;
            failed += outcome == "Failed" ? 1 : 0;
            skipped += outcome == "Skipped" ? 1 : 0;
        }

        Projects.Add((Path.GetFileNameWithoutExtension(file), passed, failed, skipped));
        (Passed, Failed, Skipped) = (Passed + passed, Failed + failed, Skipped + skipped);
    }
}
