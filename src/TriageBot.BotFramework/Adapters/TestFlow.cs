using System.Runtime.CompilerServices;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Adapters;

/// <summary>
/// An exchange, written down as a chain of what the user sends and what the bot must answer. Each call returns a new
/// flow that goes on from this one; <see cref="StartTestAsync"/> waits for the whole chain and throws its failure.
/// </summary>
public partial class TestFlow
{
    private readonly TestAdapter adapter;
    private readonly BotCallbackHandler? callback;
    private readonly Task exchange;

    public TestFlow(TestAdapter adapter, BotCallbackHandler? callback = null)
    {
        this.adapter = adapter;
        this.callback = callback;
        exchange = Task.CompletedTask;
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync) { }

    public TestFlow(Task? task, TestFlow flow)
        : this(flow.adapter, flow.callback) => exchange = task ?? Task.CompletedTask;

    public TestFlow(Func<Task>? getTask, TestFlow flow)
        : this(getTask?.Invoke(), flow) { }

    public Task StartTestAsync() => exchange;

    /// <summary>The user says this.</summary>
    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => adapter.SendTextToBotAsync(userSays, callback!, CancellationToken.None));
    }

    /// <summary>The user sends this activity.</summary>
    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => adapter.ProcessActivityAsync((Activity)userActivity, callback!));
    }

    /// <summary>The user joins the conversation.</summary>
    public TestFlow SendConversationUpdate() =>
        Then(() =>
        {
            var update = Activity.CreateConversationUpdateActivity();
            update.MembersAdded?.Add(adapter.Conversation.User!);
            return adapter.ProcessActivityAsync((Activity)update, callback!);
        });

    /// <summary>Waits on the adapter's clock.</summary>
    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    /// <inheritdoc cref="Delay(uint)"/>
    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan, adapter.Clock));

    /// <summary>The user says something and the bot answers it with exactly this text.</summary>
    public TestFlow Test(string userSays, string expected, string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Send(userSays).AssertReply(expected, description, timeout);
    }

    public TestFlow Test(string userSays, Activity expected, string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Send(userSays).AssertReply(expected, description, timeout);
    }

    public TestFlow Test(
        string userSays,
        Action<IActivity> validateActivity,
        string? description = null,
        uint timeout = 3000
    )
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Send(userSays).AssertReply(validateActivity, description, timeout);
    }

    /// <summary>Plays a transcript: activities from a bot are expected, all others are sent.</summary>
    public TestFlow Test(
        IEnumerable<IActivity> activities,
        [CallerMemberName] string? description = null,
        uint timeout = 3000
    )
    {
        ArgumentNullException.ThrowIfNull(activities);
        return activities.Aggregate(
            this,
            (flow, activity) =>
                IsReply(activity) ? flow.AssertReply(activity, description, timeout) : flow.Send(activity)
        );
    }

    /// <summary>As the other one, with a comparison of one's own.</summary>
    public TestFlow Test(
        IEnumerable<IActivity> activities,
        ValidateReply validateReply,
        [CallerMemberName] string? description = null,
        uint timeout = 3000
    )
    {
        ArgumentNullException.ThrowIfNull(activities);
        return activities.Aggregate(
            this,
            (flow, activity) =>
                IsReply(activity)
                    ? flow.AssertReply(actual => validateReply(activity, actual), description, timeout)
                    : flow.Send(activity)
        );
    }

    private static bool IsReply(IActivity activity) =>
        string.Equals(RoleTypes.Bot, activity.From?.Role, StringComparison.OrdinalIgnoreCase);

    private TestFlow Then(Func<Task> step)
    {
        return new TestFlow(Next, this);

        async Task Next()
        {
            await exchange.ConfigureAwait(false);
            await step().ConfigureAwait(false);
        }
    }
}
