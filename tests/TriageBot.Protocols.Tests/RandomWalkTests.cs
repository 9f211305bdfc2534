using System.Collections.Frozen;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;
using Xunit.Abstractions;

namespace TriageBot.Protocols.Tests;

/// <summary>What must hold for every patient. The seed is printed: set it to see the same patients again.</summary>
[Trait("Run", "exhaustive")]
public sealed class RandomWalkTests(ITestOutputHelper output)
{
    private const int Patients = 1500;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("TRIAGEBOT_SEED"), out var seed)
        ? seed
        : 20261122;

    /// <summary>Findings that are an emergency wherever they are, as long as they are current.</summary>
    private static readonly FrozenSet<string> Alarms = FrozenSet.Create(
        StringComparer.Ordinal,
        "chest_pain",
        "shortness_of_breath",
        "coughing_blood",
        "vomiting_blood",
        "paralysis",
        "saddle_numbness",
        "bladder_bowel",
        "heavy_bleeding",
        "fainting",
        "confusion",
        "seizure",
        "face_droop",
        "suicidal",
        "overdose",
        "says_emergency"
    );

    [Fact]
    public void Every_check_in_ends_and_an_emergency_sign_ends_as_an_emergency()
    {
        ForEachPatient(walk =>
        {
            var assessment = walk.Play();
            if (Evidence.Of(Shipped.Kyphoplasty, walk.Sheet).Observations.Any(IsAlarm))
            {
                Assert.Equal(Route.Emergency, assessment.Disposition.Route);
            }
        });
    }

    [Fact]
    public void Nothing_unsure_unread_or_reported_as_an_alarm_ends_in_self_care()
    {
        ForEachPatient(walk =>
        {
            var assessment = walk.Play();
            if (assessment.Disposition == Disposition.SelfCare)
            {
                Assert.DoesNotContain(walk.Sheet.Answers, pair => IsOpenDoubt(walk.Sheet, pair.Key, pair.Value));
                Assert.Empty(assessment.Reasons);
                Assert.False(assessment.NeedsCase);
            }
            else
            {
                Assert.True(assessment.NeedsCase);
            }
        });
    }

    [Fact]
    public void Adding_a_symptom_never_lowers_the_route()
    {
        ForEachPatient(walk =>
        {
            var before = walk.Play();
            var more = walk.Observe() with { Polarity = Polarity.Present };
            more = more.Finding == "temperature" ? more with { Celsius = 38.5m } : more;
            var after = Triage.Assess(Shipped.Kyphoplasty, Script.Hear(Shipped.Kyphoplasty, walk.Sheet, [more]));

            Assert.True(after.Disposition >= before.Disposition, $"{more} lowers the route");
        });
    }

    [Fact]
    public void Leaving_an_answer_out_never_ends_in_self_care()
    {
        ForEachPatient(walk =>
        {
            walk.Play();
            foreach (var question in walk.Sheet.Answers.Keys)
            {
                var without = Triage.Assess(Shipped.Kyphoplasty, walk.Sheet.Without([question]));
                Assert.True(without.Next is null || without.Disposition > Disposition.SelfCare);
            }
        });
    }

    [Fact]
    public void The_same_sheet_gets_the_same_verdict()
    {
        ForEachPatient(walk =>
        {
            var first = walk.Play();
            var second = Triage.Assess(Shipped.Kyphoplasty, walk.Sheet);

            Assert.Equal(first.Disposition, second.Disposition);
            Assert.Equal(first.Reasons.Select(r => r.Rule.Id), second.Reasons.Select(r => r.Rule.Id));
        });
    }

    [Fact]
    public void No_check_in_asks_more_than_every_question_once_and_a_few_again()
    {
        var longest = 0;
        ForEachPatient(walk =>
        {
            walk.Play();
            longest = Math.Max(longest, walk.Questions);
        });
        output.WriteLine($"longest check-in: {longest} questions");

        Assert.InRange(longest, 7, Shipped.Kyphoplasty.Questions.Length + 6);
    }

    private static bool IsAlarm(Observation o) =>
        o is { Polarity: Polarity.Present, When: When.Unknown or When.Now, Trend: not Trend.Same }
        && Alarms.Contains(o.Finding)
        && (o.Who == Who.Patient || o.Finding != "says_emergency");

    private static bool IsOpenDoubt(AnswerSheet sheet, string id, Answer answer) =>
        answer is Answer.Unsure or Answer.NotRead
        && !(Shipped.Kyphoplasty.Find(id)?.Rephrase is { } rephrase && sheet[rephrase] is Answer.Yes or Answer.No);

    private void ForEachPatient(Action<RandomWalk> check)
    {
        output.WriteLine($"TRIAGEBOT_SEED={Seed}");
        for (var patient = 0; patient < Patients; patient++)
        {
            var walk = new RandomWalk(Shipped.Kyphoplasty, Seed + patient) { Talk = patient % 4 * 0.1 };
            try
            {
                check(walk);
            }
            catch (Exception)
            {
                output.WriteLine($"patient {patient} of seed {Seed}: {Describe(walk.Sheet)}");
                throw;
            }
        }
    }

    private static string Describe(AnswerSheet sheet) =>
        string.Join("; ", sheet.Answers.Select(pair => $"{pair.Key}={pair.Value}"))
        + " heard "
        + string.Join(", ", sheet.Heard);
}
