using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Proofs;
using Xunit.Abstractions;

namespace TriageBot.Protocols.Tests.Proofs;

/// <summary>The proof of what is shipped, and that what it looked at is what runs.</summary>
[Trait("Run", "exhaustive")]
public sealed class ShippedProofTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_check_in_of_both_protocols_is_safe()
    {
        var reports = Proof.OfAll(Shipped.Library.Protocols);
        foreach (var report in reports)
        {
            output.WriteLine(
                $"{report.Protocol}: {report.Situations} situations, {report.Turns} turns, {report.Ways} ways, "
                    + $"{report.Sayings} kinds of free text, at most {report.MostQuestions} questions"
            );
        }

        Assert.Equal(["kyphoplasty", "vertebroplasty"], reports.Select(report => report.Protocol));
        Assert.Empty(reports.SelectMany(report => report.Violations));
        Assert.All(reports, report => Assert.InRange(report.ClearQuestions, 6, 7));
        Assert.All(reports, report => Assert.InRange(report.Situations, 1_000, 40_000));
    }

    [Fact]
    public void Any_check_in_without_free_text_is_one_that_the_proof_went_through()
    {
        var protocol = Shipped.Kyphoplasty;
        var exploration = new Exploration(protocol, new Partition([protocol]), [], 100_000) { OnTurn = (_, _) => { } };
        exploration.Answer();
        for (var seed = 0; seed < 1500; seed++)
        {
            var walk = new RandomWalk(protocol, 20261122 + seed) { Talk = 0 };
            while (Script.Next(protocol, walk.Sheet) is ScriptStep.Ask ask)
            {
                AssertKnown(exploration, protocol, walk.Sheet, seed);
                walk.Answer(ask.Question);
            }

            AssertKnown(exploration, protocol, walk.Sheet, seed);
        }
    }

    private static void AssertKnown(Exploration exploration, Protocol protocol, AnswerSheet sheet, int seed)
    {
        var known = exploration.Find(sheet);
        var assessment = Triage.Assess(protocol, sheet);

        Assert.True(known is not null, $"seed {seed}: the proof never came to {string.Join("; ", sheet.Answers)}");
        Assert.Equal(assessment.Next?.Id, known.Assessment.Next?.Id);
        Assert.Equal(assessment.Disposition, known.Assessment.Disposition);
    }
}
