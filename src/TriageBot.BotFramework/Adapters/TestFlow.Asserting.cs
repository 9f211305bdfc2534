using System.Diagnostics;
using System.Runtime.CompilerServices;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Adapters;

public partial class TestFlow
{
    /// <summary>The bot's next reply has exactly this text, but for space around it.</summary>
    public TestFlow AssertReply(string? expected, string? description = null, uint timeout = 3000) =>
        AssertReply(adapter.MakeActivity(expected), description ?? expected, timeout);

    /// <summary>The bot's next reply has this type and, if it is a message, this text.</summary>
    public TestFlow AssertReply(
        IActivity expected,
        [CallerMemberName] string? description = null,
        uint timeout = 3000
    ) => AssertReply(expected, equalityComparer: null, description, timeout);

    /// <summary>The bot's next reply equals this one.</summary>
    public TestFlow AssertReply(
        IActivity expected,
        IEqualityComparer<IActivity>? equalityComparer,
        [CallerMemberName] string? description = null,
        uint timeout = 3000
    )
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(
            reply =>
            {
                Check(expected.Type == reply.Type, description, $"type {expected.Type}", $"type {reply.Type}");
                var same = equalityComparer?.Equals(expected, reply) ?? Text(expected)?.Trim() == Text(reply)?.Trim();
                Check(same, description, Text(expected), Text(reply));
            },
            description,
            timeout
        );
    }

    /// <summary>The bot replies, and the reply passes <paramref name="validateActivity"/>.</summary>
    public TestFlow AssertReply(
        Action<IActivity> validateActivity,
        [CallerMemberName] string? description = null,
        uint timeout = 3000
    )
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Then(async () =>
        {
            using var patience = Patience(timeout);
            IActivity? reply;
            try
            {
                reply = await adapter.GetNextReplyAsync(patience.Token).ConfigureAwait(false);
            }
            catch (TaskCanceledException) when (patience.IsCancellationRequested)
            {
                throw new TimeoutException($"{description}: no reply within {timeout} ms.");
            }
            validateActivity(reply!);
        });
    }

    /// <summary>The text of the bot's next reply contains this.</summary>
    public TestFlow AssertReplyContains(string expected, string? description = null, uint timeout = 3000) =>
        AssertReply(
            reply =>
            {
                var text = reply.AsMessageActivity()?.Text;
                var contains = text?.Contains(expected, StringComparison.Ordinal) ?? false;
                Check(contains, description, expected, text ?? "not a message");
            },
            description,
            timeout
        );

    /// <summary>The text of the bot's next reply is one of these.</summary>
    public TestFlow AssertReplyOneOf(string[] candidates, string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(
            reply =>
            {
                var text = reply.AsMessageActivity()?.Text;
                Check(candidates.Contains(text), description, string.Join(" or ", candidates), text);
            },
            description,
            timeout
        );
    }

    /// <summary>The bot says nothing more for this long.</summary>
    public TestFlow AssertNoReply([CallerMemberName] string? description = null, uint timeout = 3000) =>
        Then(async () =>
        {
            using var patience = Patience(timeout);
            IActivity? reply;
            try
            {
                reply = await adapter.GetNextReplyAsync(patience.Token).ConfigureAwait(false);
            }
            catch (TaskCanceledException)
            {
                return;
            }
            Check(reply is null, description, "no reply", Text(reply!) ?? reply!.Type);
        });

    private static string? Text(IActivity activity) => activity.AsMessageActivity()?.Text;

    private static void Check(bool holds, string? description, string? expected, string? received)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{description}:\nExpected:{expected}\nReceived:{received}");
        }
    }

    private CancellationTokenSource Patience(uint timeout)
    {
        var span = Debugger.IsAttached
            ? Timeout.InfiniteTimeSpan
            : TimeSpan.FromMilliseconds(Math.Min(timeout, int.MaxValue));
        return new CancellationTokenSource(span, adapter.Clock);
    }
}
