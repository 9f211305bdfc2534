using Microsoft.EntityFrameworkCore;
using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;
using TriageBot.Records.CaseFiles;

namespace TriageBot.Records.Tests;

/// <summary>What cases and nurses' acts must keep to in whatever database.</summary>
public abstract class CaseCompliance : RecordsCompliance
{
    [Fact]
    public async Task A_nurse_reads_card_events_and_what_was_said_and_the_look_is_audited()
    {
        await Ward.Say("case c1 1");

        var file = await Ward.Desk.ReadAsync("c1", "Nora");

        Assert.Equal("leaking wound", file!.Card!.Situation.Headline);
        Assert.Equal(["opened"], file.Events.Select(entry => entry.Kind));
        Assert.Equal(["case c1 1", "1: case c1 1"], file.Transcript.Select(said => said.Text));
        Assert.Equal(new Disposition(Route.Callback, TimeSpan.FromHours(1)), file.Disposition);
        Assert.Null(file.Fault);
        Assert.Contains(("case-read", "Nora"), await Audit());
    }

    [Fact]
    public async Task A_case_that_is_not_there_is_null_and_leaves_no_audit()
    {
        Assert.Null(await Ward.Desk.ReadAsync("c9", "Nora"));
        Assert.Empty(await Audit());
        Assert.Equal(DeskAnswer.NoSuchCase, await Ward.Desk.AcknowledgeAsync("c9", "Nora"));
        Assert.Equal(DeskAnswer.NoSuchCase, await Ward.Desk.CloseAsync("c9", "Nora", "called"));
    }

    [Fact]
    public async Task The_most_pressing_case_stands_first_and_closed_ones_are_left_out_where_asked()
    {
        await Ward.Say("case later 4");
        await Ward.Say("case soon 1", user: "bob");
        await Ward.Say("case done 2", user: "cy");
        await Ward.Desk.CloseAsync("done", "Nora", "called");

        Assert.Equal(["soon", "later"], (await Ward.Desk.ListAsync(openOnly: true)).Select(row => row.Id));
        Assert.Equal(["soon", "done", "later"], (await Ward.Desk.ListAsync(openOnly: false)).Select(row => row.Id));
    }

    [Fact]
    public async Task A_case_is_taken_by_one_nurse()
    {
        await Ward.Say("case c1 1");

        Assert.Equal(DeskAnswer.Done, await Ward.Desk.AcknowledgeAsync("c1", "Nora"));
        Assert.Equal(DeskAnswer.Done, await Ward.Desk.AcknowledgeAsync("c1", "Nora"));
        Assert.Equal(DeskAnswer.TakenByAnother, await Ward.Desk.AcknowledgeAsync("c1", "Otto"));

        var file = (await Ward.Desk.ReadAsync("c1", "Nora"))!;
        Assert.Equal((CaseStatus.Acknowledged, "Nora"), (file.Case.Status, file.Case.AcknowledgedBy));
        Assert.Equal(["opened", "acknowledged"], file.Events.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Closing_a_case_tells_the_bot_in_the_same_turn()
    {
        var answer = await Ward.Say("case c1 1");

        Assert.Equal(DeskAnswer.Done, await Ward.Desk.CloseAsync("c1", "Nora", "called, all well"));
        Assert.Equal(DeskAnswer.AlreadyClosed, await Ward.Desk.CloseAsync("c1", "Otto", "me too"));

        var file = (await Ward.Desk.ReadAsync("c1", "Nora"))!;
        Assert.Equal(
            (CaseStatus.Closed, "Nora", "called, all well"),
            (file.Case.Status, file.Case.ClosedBy, file.Case.Outcome)
        );
        Assert.Equal($"< 2: {TurnFacts.CaseClosedEvent}", (await Ward.Transcript(answer.ConversationId!))[^1]);
        Assert.Contains(("case-closed", "Nora"), await Audit());
    }

    [Fact]
    public async Task A_case_is_closed_even_where_the_bot_throws_at_the_news()
    {
        await Ward.Say("case c1 1");
        Ward.Failpoints.Arm(Failpoints.TurnThrows, "throw");

        Assert.Equal(DeskAnswer.Done, await Ward.Desk.CloseAsync("c1", "Nora", "called"));

        Assert.Equal(CaseStatus.Closed, (await Ward.Desk.ReadAsync("c1", "Nora"))!.Case.Status);
        Assert.Equal(CaseKind.BotFailed, Assert.Single(await Ward.Desk.ListAsync(openOnly: true)).Kind);
    }

    [Fact]
    public async Task A_case_that_grows_worse_is_raised_and_needs_a_nurse_anew()
    {
        await Ward.Say("case c1 4");
        await Ward.Desk.AcknowledgeAsync("c1", "Nora");
        await Ward.Say("case c1 0.1 emergency");

        var file = (await Ward.Desk.ReadAsync("c1", "Nora"))!;
        Assert.Equal((CaseStatus.Open, Route.Emergency), (file.Case.Status, file.Case.Route));
        Assert.Equal(["opened", "acknowledged", "raised"], file.Events.Select(entry => entry.Kind));
        Assert.Null(file.Fault);
    }

    [Fact]
    public async Task A_closed_case_that_grows_worse_is_open_again_and_can_fall_due_again()
    {
        await Ward.Say("case c1 1");
        Ward.Clock.Advance(TimeSpan.FromHours(1));
        await Ward.Timers.SweepAsync();
        await Ward.Desk.CloseAsync("c1", "Nora", "called");
        await Ward.Say("case c1 2 emergency");
        Ward.Clock.Advance(TimeSpan.FromHours(2));
        await Ward.Timers.SweepAsync();

        Assert.Equal(
            ["opened", "due", "closed", "reopened", "due"],
            (await Ward.Desk.ReadAsync("c1", "Nora"))!.Events.Select(entry => entry.Kind)
        );
        Assert.Equal(DeskAnswer.Done, await Ward.Desk.CloseAsync("c1", "Nora", "called again"));
    }

    [Fact]
    public async Task The_same_report_again_is_no_event()
    {
        await Ward.Say("case c1 1");
        await Ward.Say("case c1 1");

        Assert.Single((await Ward.Desk.ReadAsync("c1", "Nora"))!.Events);
    }

    [Fact]
    public async Task A_notice_tells_of_the_case_and_nothing_of_the_patient()
    {
        await Ward.Say("case c1 1");
        var notices = new Notices(Ward.Database, Ward.Clock);

        var notice = Assert.Single(await notices.DueAsync(10));

        Assert.Equal("opened", notice.Type);
        Assert.Contains("\"disposition\":\"callback\"", notice.Payload);
        Assert.DoesNotContain("leak", notice.Payload);
    }

    [Fact]
    public async Task Notices_of_one_case_leave_in_order_and_come_back_after_a_failure()
    {
        await Ward.Say("case c1 4");
        await Ward.Say("case c1 1");
        var notices = new Notices(Ward.Database, Ward.Clock);

        var first = Assert.Single(await notices.DueAsync(10));
        await notices.RetryLaterAsync(first.Id, TimeSpan.FromMinutes(1));
        Assert.Empty(await notices.DueAsync(10));
        Assert.Equal(Ward.Clock.GetUtcNow(), await notices.NextDueAsync());

        Ward.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Assert.Single(await notices.DueAsync(10)).Attempts);
        await notices.MarkSentAsync(first.Id);
        Assert.Equal("raised", Assert.Single(await notices.DueAsync(10)).Type);
    }

    [Theory]
    [InlineData("UPDATE case_events SET actor = 'Otto' WHERE sequence = 2", "Event 2 of case c1 was changed.")]
    [InlineData("UPDATE case_events SET at = at + 1 WHERE sequence = 1", "Event 1 of case c1 was changed.")]
    [InlineData(
        "UPDATE case_events SET text = 'fine' WHERE sequence = 3",
        "The text of event 3 of case c1 was changed."
    )]
    [InlineData("DELETE FROM case_events WHERE sequence = 2", "Event 2 of case c1 is missing.")]
    [InlineData("DELETE FROM case_events WHERE sequence = 3", "Events after 2 of case c1 are missing.")]
    public async Task Whatever_is_changed_in_a_cases_history_is_seen(string tampering, string fault)
    {
        await Ward.Say("case c1 1");
        await Ward.Desk.AcknowledgeAsync("c1", "Nora");
        await Ward.Desk.CloseAsync("c1", "Nora", "called");
        Assert.Null((await Ward.Desk.ReadAsync("c1", "Nora"))!.Fault);

        await Ward.Database.WriteAsync(
            (records, stop) => records.Database.ExecuteSqlRawAsync(tampering, stop),
            CancellationToken.None
        );

        Assert.Equal(fault, (await Ward.Desk.ReadAsync("c1", "Nora"))!.Fault);
    }

    [Fact]
    public async Task Erasing_the_texts_of_a_case_leaves_its_history_provable()
    {
        await Ward.Say("case c1 1");
        await Ward.Desk.CloseAsync("c1", "Nora", "called");

        Assert.Equal(DeskAnswer.Done, await Ward.Desk.EraseAsync("c1", "Nora"));

        var file = (await Ward.Desk.ReadAsync("c1", "Nora"))!;
        Assert.Null(file.Fault);
        Assert.Null(file.Card);
        Assert.All(file.Events, entry => Assert.Null(entry.Text ?? entry.Salt));
        Assert.Equal(["opened", "closed"], file.Events.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task The_card_says_whether_the_emergency_instruction_arrived()
    {
        await Ward.Say("case c1 1 emergency");
        await Ward.Say("weigh instruction");
        Assert.Equal("not yet delivered", await Delivery());

        await Ward.Delivery.SweepAsync();
        Assert.Equal("delivered", await Delivery());
    }

    [Fact]
    public async Task A_protocol_is_kept_as_it_was_first_seen()
    {
        var texts = new ProtocolTexts(Ward.Database, Ward.Clock);
        await texts.SaveAsync("abc", "kyphoplasty", "1.0.0", "{}");
        await texts.SaveAsync("abc", "kyphoplasty", "1.0.0", "{\"other\":1}");

        Assert.Equal("{}", (await texts.LoadAsync("abc"))!.Source);
        Assert.Null(await texts.LoadAsync("def"));
    }

    [Fact]
    public async Task A_transcript_is_fetched_from_a_watermark_and_shows_nothing_from_inside()
    {
        var answer = await Ward.Say("case c1 1");
        await Ward.Desk.CloseAsync("c1", "Nora", "called");
        var transcripts = new Transcripts(Ward.Database);

        var later = await transcripts.ReadAsync(answer.ConversationId!, 1);

        Assert.Equal([2L, 4L], later.Select(row => row.Sequence));
        Assert.Equal(answer.ConversationId, await transcripts.FindAsync(Ward.Message("x").Address));
        Assert.Null(await transcripts.FindAsync(Ward.Message("x", user: "nobody").Address));
    }

    private async Task<string?> Delivery() =>
        (await Ward.Desk.ReadAsync("c1", "Nora"))!.Card!.Background.InstructionDelivery;

    private async Task<List<(string, string)>> Audit() =>
        [.. (await Ward.Read(records => records.Audit)).Select(entry => (entry.Kind, entry.Actor))];
}
