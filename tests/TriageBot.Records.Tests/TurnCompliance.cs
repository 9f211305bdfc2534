using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;

namespace TriageBot.Records.Tests;

/// <summary>What a turn must keep to in whatever database.</summary>
public abstract class TurnCompliance : RecordsCompliance
{
    [Fact]
    public async Task What_was_said_and_answered_is_in_the_transcript()
    {
        await Ward.Say("hello");
        var answer = await Ward.Say("again");

        Assert.Equal(200, answer.Status);
        Assert.Equal(["> hello", "< 1: hello", "> again", "< 2: again"], await Ward.Transcript(answer.ConversationId!));
    }

    [Fact]
    public async Task Two_patients_have_two_conversations_even_with_equal_message_ids()
    {
        var ann = await Ward.Say("hello", "1");
        var bob = await Ward.Say("hello", "1", user: "bob");

        Assert.NotEqual(ann.ConversationId, bob.ConversationId);
        Assert.False(bob.IsRepeat);
    }

    [Fact]
    public async Task The_same_message_later_gets_the_same_answer_and_no_second_turn()
    {
        var first = await Ward.Say("hello", "m1", expectReplies: true);
        var second = await Ward.Say("hello", "m1", expectReplies: true);

        Assert.True(second.IsRepeat);
        Assert.Contains("1: hello", first.Body);
        Assert.Equal(first, second with { IsRepeat = false });
        Assert.Equal(["> hello", "< 1: hello"], await Ward.Transcript(first.ConversationId!));
    }

    [Fact]
    public async Task The_same_message_many_times_at_once_is_one_turn_with_one_answer()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Ward.Say("hello", "m1", expectReplies: true))
        );

        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.Single(answers, answer => !answer.IsRepeat);
        Assert.Equal(["> hello", "< 1: hello"], await Ward.Transcript(answers[0].ConversationId!));
    }

    [Fact]
    public async Task Another_process_that_was_first_with_the_same_message_decides()
    {
        await Ward.Say("before");
        var other = new Ward(Ward.Database, Ward.Clock);
        var once = 0;
        TurnAnswer? first = null;
        Ward.Also = async _ =>
        {
            if (Interlocked.Exchange(ref once, 1) == 0)
            {
                first = await other.Say("hello", "m1", expectReplies: true);
            }
        };

        var second = await Ward.Say("hello", "m1", expectReplies: true);

        Assert.True(second.IsRepeat);
        Assert.Equal(first!.Body, second.Body);
        Assert.Equal(4, (await Ward.Transcript(second.ConversationId!)).Count);
    }

    [Fact]
    public async Task Two_messages_at_the_same_moment_are_both_answered_one_after_the_other()
    {
        var answers = await Task.WhenAll(Ward.Say("one"), Ward.Say("two"));

        var transcript = await Ward.Transcript(answers[0].ConversationId!);
        Assert.Equal(answers[0].ConversationId, answers[1].ConversationId);
        Assert.StartsWith("< 1:", transcript[1]);
        Assert.StartsWith("< 2:", transcript[3]);
    }

    [Fact]
    public async Task A_turn_that_another_process_overtook_runs_again_on_what_that_one_left()
    {
        await Ward.Say("before");
        var other = new Ward(Ward.Database, Ward.Clock);
        var attempts = 0;
        Ward.Also = async _ =>
        {
            if (++attempts <= 2)
            {
                await other.Say($"overtaking {attempts}", $"other-{attempts}");
            }
        };

        var answer = await Ward.Say("mine");

        Assert.Equal(3, attempts);
        Assert.Equal("< 4: mine", (await Ward.Transcript(answer.ConversationId!))[^1]);
    }

    [Fact]
    public async Task Numbers_have_no_gap_under_parallel_load()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => Ward.Say(i % 10 == 0 ? "throw" : "hello", $"k{i}", $"user{i % 7}"))
        );

        foreach (var conversation in answers.Select(answer => answer.ConversationId).Distinct())
        {
            var numbers = await Ward.Read(records =>
                records
                    .Activities.Where(row => row.ConversationId == conversation)
                    .OrderBy(row => row.Sequence)
                    .Select(row => row.Sequence)
            );
            Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => (long)number), numbers);
        }
        Assert.Equal(7, answers.Select(answer => answer.ConversationId).Distinct().Count());
    }

    [Fact]
    public async Task A_case_never_falls_in_urgency_and_its_time_never_moves_back()
    {
        await Ward.Say("case c1 1 emergency");
        await Ward.Say("case c1 4");

        var file = Assert.Single(await Ward.Read(records => records.Cases));
        Assert.Equal((Route.Emergency, 60), (file.Route, file.WithinMinutes));
        Assert.Equal(Ward.Clock.GetUtcNow().AddHours(1), file.Due);
        Assert.Equal(["opened"], await Ward.Read(records => records.Notices.Select(row => row.Type)));
    }

    [Fact]
    public async Task A_case_id_of_another_patient_is_a_fault_and_does_not_reach_the_other_case()
    {
        await Ward.Say("case c1 4");
        await Ward.Say("case c1 1 emergency", user: "bob");

        var files = await Ward.Read(records => records.Cases.OrderBy(row => row.Kind));
        Assert.Equal([CaseKind.BotFailed, CaseKind.Triage], files.Select(file => file.Kind));
        Assert.Equal(Route.Callback, files[1].Route);
    }

    [Fact]
    public async Task The_bot_knows_its_open_cases()
    {
        IReadOnlyList<OpenCase> seen = [];
        Ward.Also = turn =>
        {
            seen = turn.TurnState.Get<TurnFacts>()!.OpenCases;
            return Task.CompletedTask;
        };

        await Ward.Say("case c1 4");
        await Ward.Say("hello");

        Assert.Equal([new OpenCase("c1", CaseKind.Triage, Ward.Clock.GetUtcNow().AddHours(4), false)], seen);
    }

    [Fact]
    public async Task The_bot_learns_that_a_nurse_has_taken_a_case()
    {
        IReadOnlyList<OpenCase> seen = [];
        Ward.Also = turn =>
        {
            seen = turn.TurnState.Get<TurnFacts>()!.OpenCases;
            return Task.CompletedTask;
        };

        await Ward.Say("case c1 4");
        await Ward.Say("hello");
        await Ward.Desk.AcknowledgeAsync("c1", "nina");
        await Ward.Say("hello again");

        Assert.True(Assert.Single(seen).Acknowledged);
    }

    [Fact]
    public async Task A_message_that_came_long_ago_still_gets_its_own_answer()
    {
        var first = await Ward.Say("hello", "m1", expectReplies: true);
        for (var i = 0; i < 5; i++)
        {
            await Ward.Say($"later {i}", expectReplies: true);
        }

        var again = await Ward.Say("hello", "m1", expectReplies: true);

        Assert.Equal(first, again with { IsRepeat = false });
        Assert.Equal(12, (await Ward.Transcript(first.ConversationId!)).Count);
    }

    [Fact]
    public async Task A_timer_changes_what_the_next_turn_begins_from()
    {
        var first = await Ward.Say("hello");
        await Ward.Say("timer 60");
        Ward.Clock.Advance(TimeSpan.FromHours(2));
        await Ward.Timers.SweepAsync();

        await Ward.Say("after");

        var numbers = await Ward.Read(records =>
            records.Activities.OrderBy(row => row.Sequence).Select(row => row.Sequence)
        );
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => (long)number), numbers);
        Assert.StartsWith("< 4: after", (await Ward.Transcript(first.ConversationId!))[^1]);
    }

    [Fact]
    public async Task State_holds_no_names_of_types()
    {
        await Ward.Say("hello");

        var state = Assert.Single(await Ward.Read(records => records.States));
        Assert.Equal("conversation", state.Name);
        Assert.DoesNotContain("System.", state.Value);
        Assert.DoesNotContain("TriageBot", state.Value);
    }
}
