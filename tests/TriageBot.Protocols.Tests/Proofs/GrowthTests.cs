using System.Globalization;
using System.Numerics;
using System.Text;
using TriageBot.Protocols.Proofs;
using TriageBot.Protocols.Reading;
using Xunit.Abstractions;

namespace TriageBot.Protocols.Tests.Proofs;

/// <summary>What a proof costs on protocols of up to 200 questions: counted, never timed.</summary>
[Trait("Run", "exhaustive")]
public sealed class GrowthTests(ITestOutputHelper output)
{
    [Fact]
    public void The_cost_grows_with_the_questions_and_not_with_two_to_their_number()
    {
        var counts = new Dictionary<int, ProofReport>();
        foreach (var questions in new[] { 10, 25, 50, 100, 200 })
        {
            var report = Proof.Of(Generate(questions));
            counts[questions] = report;
            output.WriteLine(
                $"{questions} questions, {report.Rules} rules: {report.Situations} situations, {report.Turns} turns for "
                    + $"10^{BigInteger.Log10(report.Ways).ToString("0", CultureInfo.InvariantCulture)} ways"
            );
        }

        Assert.InRange(counts[200].Situations, counts[100].Situations, (counts[100].Situations * 3) + 100);
        Assert.InRange(counts[200].Turns, counts[100].Turns, (counts[100].Turns * 3) + 100);
        Assert.True(BigInteger.Log10(counts[200].Ways) > 40);
    }

    /// <summary>Every third question is asked only after a yes to the one before, and a rule ties the two.</summary>
    private static Protocol Generate(int questions)
    {
        var folder = Path.Combine(Shipped.Root, "tests", "TriageBot.Protocols.Tests", "Broken");
        var text = new StringBuilder(File.ReadAllText(Path.Combine(folder, "sound.yaml")));
        var asked = new StringBuilder();
        var rules = new StringBuilder();
        for (var i = 0; i < questions - 7; i++)
        {
            var when = i % 3 == 2 ? $"        when: {{ answer: n{i - 1}, is: [yes, unsure] }}\n" : "";
            asked.Append(
                CultureInfo.InvariantCulture,
                $"      - id: n{i}\n        kind: yes-no\n        stakes: callback\n        asks: [onset]\n        settled-by-text: false\n{when}"
            );
            var condition =
                i % 3 == 2
                    ? $"all: [{{ answer: n{i - 1}, is: [yes, unsure] }}, {{ answer: n{i}, is: [yes, unsure, not-read] }}]"
                    : $"answer: n{i}, is: [yes, unsure, not-read]";
            rules.Append(
                CultureInfo.InvariantCulture,
                $"  - id: n{i}\n    about: unclear\n    when: {{ {condition} }}\n    route: callback\n    within: {(i % 2 == 0 ? 1 : 4)}h\n    addition: generated\n"
            );
        }

        text.Replace("rules:\n", $"{asked}rules:\n{rules}");
        var (library, defects) = ProtocolLibrary.Read([new SourceText("sound.yaml", text.ToString())]);
        Assert.Empty(defects);
        return library.Protocols[0];
    }
}
