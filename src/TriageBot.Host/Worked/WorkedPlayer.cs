using System.Globalization;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Protocols;
using TriageBot.Protocols.Questions;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Worked;

/// <summary>Plays one conversation turn by turn, and compares after each.</summary>
internal sealed class WorkedPlayer
{
    private const int MostQuestions = 40;

    private readonly WorkedStage stage;
    private readonly WorkedConversation worked;
    private readonly string tag;
    private readonly Dictionary<string, Heard> people = new(StringComparer.Ordinal);
    private readonly Dictionary<int, DateTimeOffset> times = [];
    private readonly Dictionary<string, int> caseSeenIn = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> rules = [];
    private Heard current;
    private Activity? last;
    private TurnAnswer? lastAnswer;
    private int ids;

    private WorkedPlayer(WorkedStage stage, WorkedConversation worked, string tag)
    {
        this.stage = stage;
        this.worked = worked;
        this.tag = tag;
        current = new Heard();
    }

    /// <param name="tag">Sets this conversation apart from all others on the stage.</param>
    public static async Task<Played> PlayAsync(
        WorkedStage stage,
        WorkedConversation worked,
        string tag,
        CancellationToken stop = default
    )
    {
        stage.Clock.SetTo(worked.Began ?? stage.At(worked.Begins));
        var player = new WorkedPlayer(stage, worked, tag);
        var difference = await player.RunAsync(stop);
        return new Played(worked, difference, player.rules);
    }

    private async Task<string?> RunAsync(CancellationToken stop)
    {
        foreach (var turn in worked.Talk)
        {
            var difference = await ActAsync(turn, stop) ?? await CompareAsync(turn.Number, turn.Expect, stop);
            if (difference is not null)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"turn {turn.Number}, {worked.File}:{turn.Line}, {turn.Act}\n{difference}"
                );
            }
        }

        return await CompareAsync(worked.Talk.Count, worked.End, stop) is { } atEnd ? $"at the end\n{atEnd}" : null;
    }

    private Task<string?> CompareAsync(int turn, Expectation expected, CancellationToken stop) =>
        new Comparison(stage, current, times, caseSeenIn).FirstDifferenceAsync(turn, expected, stop);

    private async Task<string?> ActAsync(WorkedTurn turn, CancellationToken stop)
    {
        var problem = turn.Act switch
        {
            WorkedAct.Says says => await SayAsync(says, stop),
            WorkedAct.Joins joins => await JoinAsync(joins.From, stop),
            WorkedAct.Answers answers => await AnswerAllAsync(answers, stop),
            WorkedAct.Again => await RepeatAsync(stop),
            WorkedAct.Nurse nurse => await NurseAsync(nurse, stop),
            WorkedAct.Later later => await PassAsync(later, stop),
            _ => throw new InvalidOperationException($"no way to play {turn.Act.GetType().Name}"),
        };
        times[turn.Number] = stage.Clock.GetUtcNow();
        foreach (var file in await CasesAsync(stop))
        {
            caseSeenIn.TryAdd(file, turn.Number);
        }

        return problem;
    }

    private async Task<IEnumerable<string>> CasesAsync(CancellationToken stop) =>
        current.Conversation is { } id ? (await stage.CasesAsync(id, stop)).Select(row => row.Id) : [];

    private async Task<string?> SayAsync(WorkedAct.Says says, CancellationToken stop)
    {
        await stage.PassAsync(says.After, stop);
        var message = Begin(ActivityTypes.Message, says.From);
        message.Text = says.Text;
        return await SendAsync(message, stop);
    }

    private Task<string?> JoinAsync(string from, CancellationToken stop)
    {
        var arrival = Begin(ActivityTypes.ConversationUpdate, from);
        arrival.MembersAdded = [arrival.From!];
        return SendAsync(arrival, stop);
    }

    private async Task<string?> AnswerAllAsync(WorkedAct.Answers answers, CancellationToken stop)
    {
        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < MostQuestions && Open() is { } question; i++)
        {
            var times = asked[question.Id] = asked.GetValueOrDefault(question.Id) + 1;
            var texts = answers.ByQuestion.GetValueOrDefault(question.Id) ?? [];
            var text = texts.Count == 0 ? Healthy(question) : texts[Math.Min(times, texts.Count) - 1];
            var problem = await SayAsync(new WorkedAct.Says(text, answers.From, TimeSpan.FromSeconds(20)), stop);
            if (problem is not null)
            {
                return problem;
            }
        }

        return Open() is { } still ? $"the questions do not end: {still.Id} is asked again and again" : null;
    }

    /// <summary>The question of the protocol that was asked last; null where the rest is about phone numbers.</summary>
    private Question? Open() =>
        current.Messages.Select(message => message.Question).LastOrDefault(id => id is not null) is { } id
        && stage.CheckIn(current.Conversation!) is { } checkIn
            ? stage.Content.Pinned(checkIn.Protocol, checkIn.ProtocolHash).Find(id)
            : null;

    /// <summary>What somebody answers who has nothing else.</summary>
    private string Healthy(Question question) =>
        question.Kind switch
        {
            QuestionKind.AnyOf or QuestionKind.Temperature => "0",
            QuestionKind.YesNo => "2",
            QuestionKind.Scale => "3",
            QuestionKind.Choice => "1",
            _ => worked.AllIsWell,
        };

    private async Task<string?> RepeatAsync(CancellationToken stop)
    {
        if (last is null || lastAnswer is null)
        {
            return "nothing was sent yet that could come again";
        }

        var answer = await stage.SendAsync(last, worked.Knows, stop);
        var more = await stage.SaidSinceAsync(answer.ConversationId ?? "", current.Watermark, stop);
        current.Messages = [];
        return !answer.IsRepeat ? "expected: the same message is no new turn\ngot: another turn"
            : answer.Body != lastAnswer.Body ? "expected: the same answer as to the first\ngot: another answer"
            : more.Count > 0 ? "expected: nothing is said twice\ngot: more messages"
            : null;
    }

    private async Task<string?> NurseAsync(WorkedAct.Nurse act, CancellationToken stop)
    {
        if ((await CasesAsync(stop)).LastOrDefault() is not { } id)
        {
            return "expected: a case for the nurse\ngot: no case";
        }

        var answer = await stage.NurseActsAsync(id, act, stop);
        await TakeAsync(stop);
        return answer == Records.CaseFiles.DeskAnswer.Done ? null : $"expected: {act}\ngot: {answer}";
    }

    private async Task<string?> PassAsync(WorkedAct.Later later, CancellationToken stop)
    {
        await stage.PassAsync(later.Span, stop);
        await TakeAsync(stop);
        return null;
    }

    private async Task<string?> SendAsync(Activity activity, CancellationToken stop)
    {
        var from = activity.From!.Id!;
        current = people.TryGetValue(from, out var known) ? known : people[from] = new Heard();
        last = activity;
        lastAnswer = await stage.SendAsync(activity, worked.Knows, stop);
        current.Conversation = lastAnswer.ConversationId ?? current.Conversation;
        await TakeAsync(stop);
        return lastAnswer.Status == 200 ? null : $"expected: the turn is taken\ngot: status {lastAnswer.Status}";
    }

    /// <summary>Reads what was said in this turn, and which rules hold now.</summary>
    private async Task TakeAsync(CancellationToken stop)
    {
        if (current.Conversation is not { } conversation)
        {
            return;
        }

        var rows = await stage.SaidSinceAsync(conversation, current.Watermark, stop);
        current.Take(rows);
        if (stage.CheckIn(conversation) is { } checkIn)
        {
            current.CheckIn = checkIn;
            var protocol = stage.Content.Pinned(checkIn.Protocol, checkIn.ProtocolHash);
            current.Assessment = Triage.Assess(protocol, checkIn.Sheet);
            rules.UnionWith(current.Assessment.Reasons.Select(reason => (protocol.Id, reason.Rule.Id)));
        }
    }

    private Activity Begin(string type, string from) =>
        new()
        {
            Type = type,
            Id = string.Create(CultureInfo.InvariantCulture, $"{tag}-{++ids}"),
            Timestamp = stage.Clock.GetUtcNow(),
            ChannelId = worked.Channel,
            Locale = worked.Language,
            DeliveryMode = DeliveryModes.ExpectReplies,
            From = new ChannelAccount(from, role: RoleTypes.User),
            Recipient = new ChannelAccount("triagebot", role: RoleTypes.Bot),
            Conversation = new ConversationAccount(id: $"{tag}-{from}"),
        };
}
