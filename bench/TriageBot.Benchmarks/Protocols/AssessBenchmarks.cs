using BenchmarkDotNet.Attributes;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;

namespace TriageBot.Benchmarks.Protocols;

/// <summary>Weighing a check-in, as each turn does: at its beginning, and with all questions answered.</summary>
[MemoryDiagnoser]
public class AssessBenchmarks
{
    private Protocol protocol = null!;
    private AnswerSheet answered = AnswerSheet.Empty;

    [GlobalSetup]
    public void Load()
    {
        var directory = Path.Combine(AppContext.BaseDirectory, "dialogs", "protocols");
        protocol = ProtocolLibrary.Load(directory).Find("kyphoplasty")!;
        while (Script.Next(protocol, answered) is ScriptStep.Ask { Question: var question })
        {
            answered = answered.With(question.Id, AllIsWell(question));
        }
    }

    [Benchmark]
    public Assessment Beginning() => Triage.Assess(protocol, AnswerSheet.Empty);

    [Benchmark]
    public Assessment End() => Triage.Assess(protocol, answered);

    private static Answer AllIsWell(Question question) =>
        question.Kind switch
        {
            QuestionKind.Text => new Answer.Words("I feel fine"),
            QuestionKind.YesNo => new Answer.No(),
            QuestionKind.AnyOf => new Answer.Selected([]),
            QuestionKind.Choice => new Answer.Chosen(question.Options[0].Id),
            QuestionKind.Temperature => new Answer.Temperature(36.8m),
            _ => new Answer.Scale(2),
        };
}
