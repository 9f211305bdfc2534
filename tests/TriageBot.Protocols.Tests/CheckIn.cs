using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Tests;

/// <summary>
/// A whole check-in in a test: what differs from "all is well" is set beforehand, then every question is answered as the
/// script asks it.
/// </summary>
internal sealed class CheckIn(Protocol protocol)
{
    private readonly Dictionary<string, Queue<Answer>> answers = new(StringComparer.Ordinal);
    private readonly List<(string Question, Observation Observation)> said = [];
    private readonly Dictionary<string, string> facts = new(StringComparer.Ordinal);

    public static CheckIn AllClear => new(Shipped.Kyphoplasty);

    /// <summary>The ids of the questions in the order in which they were asked, after <see cref="Play"/>.</summary>
    public List<string> Asked { get; } = [];

    public AnswerSheet Sheet { get; private set; } = AnswerSheet.Empty;

    public CheckIn Yes(string question) => With(question, new Answer.Yes());

    public CheckIn Unsure(string question) => With(question, new Answer.Unsure());

    public CheckIn NotRead(string question) => With(question, new Answer.NotRead());

    public CheckIn Tick(string question, params string[] options) => With(question, new Answer.Selected(options));

    public CheckIn Choose(string question, string option) => With(question, new Answer.Chosen(option));

    public CheckIn Celsius(decimal reading) => With("temperature", new Answer.Temperature(reading));

    public CheckIn Score(int value) => With("pain-scale", new Answer.Scale(value));

    public CheckIn Know(string fact, string value)
    {
        facts[fact] = value;
        return this;
    }

    public CheckIn With(string question, Answer answer)
    {
        if (!answers.TryGetValue(question, out var queue))
        {
            answers[question] = queue = new Queue<Answer>();
        }

        queue.Enqueue(answer);
        return this;
    }

    /// <summary>What the patient says in the opening.</summary>
    public CheckIn Say(params Observation[] observations) => SayAt("opening", observations);

    /// <summary>What the patient says in the reply to a question, beside its answer.</summary>
    public CheckIn SayAt(string question, params Observation[] observations)
    {
        said.AddRange(observations.Select(o => (question, o)));
        return this;
    }

    public CheckIn Say(string finding) => Say(new Observation(finding));

    public Assessment Play()
    {
        foreach (var (fact, value) in facts)
        {
            Sheet = Sheet.Knowing(fact, value);
        }

        while (Script.Next(protocol, Sheet) is ScriptStep.Ask { Question: var question })
        {
            Assert.True(Asked.Count < 60, "the script does not end");
            Asked.Add(question.Id);
            Sheet = Sheet.With(question.Id, AnswerTo(question));
            var words = said.Where(pair => pair.Question == question.Id).Select(pair => pair.Observation).ToList();
            said.RemoveAll(pair => pair.Question == question.Id);
            Sheet = Script.Hear(protocol, Sheet, words, question.Id);
        }

        return Triage.Assess(protocol, Sheet);
    }

    private Answer AnswerTo(Question question) =>
        answers.TryGetValue(question.Id, out var queue) && queue.TryDequeue(out var answer)
            ? answer
            : question.Kind switch
            {
                QuestionKind.YesNo => new Answer.No(),
                QuestionKind.AnyOf => new Answer.Selected([]),
                QuestionKind.Temperature => new Answer.Temperature(36.8m),
                QuestionKind.Scale => new Answer.Scale(2),
                QuestionKind.Choice => new Answer.Chosen(question.Options[0].Id),
                _ => new Answer.Words("fine"),
            };
}
