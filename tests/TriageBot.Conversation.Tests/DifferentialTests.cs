using System.Globalization;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;
using Xunit.Abstractions;

namespace TriageBot.Conversation.Tests;

/// <summary>Random answers played through the dialogs and through <see cref="Script"/>: both must ask the same, and end alike.</summary>
public class DifferentialTests(ITestOutputHelper output)
{
    private const int Conversations = 150;

    private static readonly string[] Interruptions =
    [
        "can I use ice?",
        "my calf is swollen",
        "I have a rash",
        "there is pus coming out",
        "I can't breathe",
    ];

    [Fact]
    public async Task Dialogs_ask_what_the_script_says_and_end_where_it_ends()
    {
        const int Seed = 20261122;
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (var i = 0; i < Conversations; i++)
        {
            await Play(random);
        }
    }

    private static async Task Play(Random random)
    {
        var protocol = ShippedContent.Of(ShippedContent.Hospital).FirstProtocol;
        var sheet = AnswerSheet.Empty;
        var chat = await new PatientChat().Say("hi");
        var played = new List<string>();
        var interrupted = false;
        while (Script.Next(protocol, sheet) is ScriptStep.Ask { Question: var question })
        {
            Assert.True(
                question.Id == chat.Asked,
                $"the script asks {question.Id}, the dialog {chat.Asked}; after {string.Join(" | ", played)}"
            );
            var isRephrased = protocol.Questions.Any(other => other.Rephrase == question.Id);
            if (!interrupted && question.Kind != QuestionKind.Text && !isRephrased && random.Next(6) == 0)
            {
                sheet = await Interrupt(chat, protocol, question, sheet, played, random);
                interrupted = true;
                continue;
            }

            var (text, answer) = RandomAnswer(question, random);
            while (interrupted && answer is Answer.NotRead)
            {
                (text, answer) = RandomAnswer(question, random);
            }

            interrupted = false;
            played.Add($"{question.Id}: {text}");
            await chat.Say(text);
            if (answer is Answer.NotRead && IsAskedAgain(protocol, question))
            {
                await chat.Say(text);
            }

            sheet = sheet.With(question.Id, answer);
        }

        var expected = Triage.Assess(protocol, sheet).Disposition;
        Assert.True(chat.Outcome is not null, $"no outcome after {string.Join(" | ", played)}");
        Assert.Equal(expected.Route.ToString(), chat.Outcome.Value.Disposition, ignoreCase: true);
    }

    /// <summary>
    /// Something else in the middle: a question that the sheet answers, after which the same is asked again, or a symptom in
    /// the patient's own words, after which the script decides.
    /// </summary>
    private static async Task<AnswerSheet> Interrupt(
        PatientChat chat,
        Protocol protocol,
        Question question,
        AnswerSheet sheet,
        List<string> played,
        Random random
    )
    {
        var text = Interruptions[random.Next(Interruptions.Length)];
        if (ShippedContent.Heard(text).Any(o => question.Asks.Contains(o.Finding)))
        {
            // It would be the answer.
            text = Interruptions[0];
        }

        played.Add($"says: {text}");
        await chat.Say(text);
        var said = ShippedContent.Heard(text).ToList();
        // A symptom instead of an answer to a list: the list counts as not read, and is asked in other words.
        return said.Count > 0 && question.Rephrase is not null
            ? Script.Hear(protocol, sheet.With(question.Id, new Answer.NotRead()), said, question.Id)
            : Script.Hear(protocol, sheet, said);
    }

    private static bool IsAskedAgain(Protocol protocol, Question question) =>
        question.Rephrase is null && protocol.Questions.All(other => other.Rephrase != question.Id);

    private static (string Text, Answer Answer) RandomAnswer(Question question, Random random)
    {
        if (question.Kind != QuestionKind.Text && random.Next(10) == 0)
        {
            return ("qwxz", new Answer.NotRead());
        }

        return question.Kind switch
        {
            QuestionKind.YesNo => random.Next(5) switch
            {
                0 => ("1", new Answer.Yes()),
                1 => ("9", new Answer.Unsure()),
                _ => ("2", new Answer.No()),
            },
            QuestionKind.AnyOf => random.Next(3) switch
            {
                0 => Some(question, random),
                1 when random.Next(4) == 0 => ("9", new Answer.Unsure()),
                _ => ("0", new Answer.Selected([])),
            },
            QuestionKind.Choice => One(question, random),
            QuestionKind.Scale => Scale(random.Next(11)),
            QuestionKind.Temperature => random.Next(3) == 0
                ? ("0", new Answer.NoThermometer())
                : Reading(340 + random.Next(60)),
            _ => ("FINE", new Answer.Words("FINE")),
        };
    }

    private static (string, Answer) Some(Question question, Random random)
    {
        var option = random.Next(question.Options.Length);
        return (
            (option + 1).ToString(CultureInfo.InvariantCulture),
            new Answer.Selected([question.Options[option].Id])
        );
    }

    private static (string, Answer) One(Question question, Random random)
    {
        var option = random.Next(question.Options.Length + 1);
        return option == question.Options.Length
            ? ("9", new Answer.Unsure())
            : ((option + 1).ToString(CultureInfo.InvariantCulture), new Answer.Chosen(question.Options[option].Id));
    }

    private static (string, Answer) Scale(int value) =>
        (value.ToString(CultureInfo.InvariantCulture), new Answer.Scale(value));

    private static (string, Answer) Reading(int tenths)
    {
        var celsius = tenths / 10m;
        return (celsius.ToString("0.0", CultureInfo.InvariantCulture), new Answer.Temperature(celsius));
    }
}
