using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Tests;

/// <summary>One patient of chance: random answers, and now and then a random finding in the words of a reply.</summary>
internal sealed class RandomWalk(Protocol protocol, int seed)
{
    private static readonly string[] Observables =
    [
        .. Vocabulary.Findings.Concat(Vocabulary.Intents).Order(StringComparer.Ordinal),
    ];

    private readonly Random random = new(seed);

    public AnswerSheet Sheet { get; private set; } = AnswerSheet.Empty;

    public int Questions { get; private set; }

    /// <summary>How likely a reply is to carry a finding, 0 to 1.</summary>
    public double Talk { get; init; } = 0.2;

    /// <summary>Answers one question by chance.</summary>
    public void Answer(Question question) => Sheet = Sheet.With(question.Id, AnswerTo(question));

    public Assessment Play()
    {
        while (Script.Next(protocol, Sheet) is ScriptStep.Ask { Question: var question })
        {
            Assert.True(++Questions < 200, $"seed {seed}: the script does not end at '{question.Id}'");
            Answer(question);
            if (random.NextDouble() < Talk)
            {
                Sheet = Script.Hear(protocol, Sheet, [Observe()], question.Id);
            }
        }

        return Triage.Assess(protocol, Sheet);
    }

    public Observation Observe()
    {
        var finding = Pick(Observables);
        return new Observation(finding, Pick(Enum.GetValues<Polarity>()))
        {
            Where = Pick(Enum.GetValues<Where>()),
            Trend = Pick(Enum.GetValues<Trend>()),
            When = Pick(Enum.GetValues<When>()),
            Who = random.Next(5) == 0 ? Who.Other : Who.Patient,
            Severity = Pick(Enum.GetValues<Severity>()),
            HoursAgo = random.Next(3) == 0 ? random.Next(1, 100) : null,
            Celsius = finding == "temperature" ? 34m + random.Next(80) / 10m : null,
        };
    }

    private Answer AnswerTo(Question question) =>
        random.Next(10) switch
        {
            0 => new Answer.Unsure(),
            1 => new Answer.NotRead(),
            2 or 3 => Positive(question),
            _ => Negative(question),
        };

    private Answer Positive(Question question) =>
        question.Kind switch
        {
            QuestionKind.YesNo => new Answer.Yes(),
            QuestionKind.AnyOf => new Answer.Selected(
                question.Options.Where(_ => random.Next(3) == 0).Select(o => o.Id)
            ),
            QuestionKind.Choice => new Answer.Chosen(Pick(question.Options.ToArray()).Id),
            QuestionKind.Temperature => new Answer.Temperature(34m + random.Next(80) / 10m),
            QuestionKind.Scale => new Answer.Scale(random.Next(11)),
            _ => new Answer.Words("…"),
        };

    private static Answer Negative(Question question) =>
        question.Kind switch
        {
            QuestionKind.YesNo => new Answer.No(),
            QuestionKind.AnyOf => new Answer.Selected([]),
            QuestionKind.Choice => new Answer.Chosen(question.Options[^1].Id),
            QuestionKind.Temperature => new Answer.NoThermometer(),
            QuestionKind.Scale => new Answer.Scale(1),
            _ => new Answer.Words("…"),
        };

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
