using Microsoft.EntityFrameworkCore;
using TriageBot.BotFramework.Hosting;
using TriageBot.Conversation.Effects;
using TriageBot.Records.Deliveries;

namespace TriageBot.Records.Tests;

/// <summary>What delivery must keep to where a process dies while it sends, in whatever database.</summary>
public abstract class InterruptedDeliveryCompliance : RecordsCompliance
{
    [Fact]
    public async Task A_message_that_was_sent_but_not_marked_is_sent_again()
    {
        await Ward.Say("one");
        Ward.Failpoints.Arm(Failpoints.AfterSend, "throw");

        var sweep = Ward.Delivery.SweepAsync();
        while (!sweep.IsCompleted)
        {
            Ward.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
        await sweep;

        Assert.Equal(["1: one", "1: one"], Ward.Channel.Texts);
        Assert.Equal([DeliveryState.Sent], await States());
    }

    [Fact]
    public async Task What_a_dead_process_was_sending_counts_as_a_possible_repeat()
    {
        await Ward.Say("one");
        await Ward.Say("two");
        await Ward.Database.WriteAsync(
            (records, stop) =>
                records.Conversations.ExecuteUpdateAsync(
                    row =>
                        row.SetProperty(found => found.LeasedBy, "dead")
                            .SetProperty(found => found.LeasedUntil, Ward.Clock.GetUtcNow().AddSeconds(-1)),
                    stop
                ),
            CancellationToken.None
        );

        await Ward.Delivery.SweepAsync();

        Assert.Equal([true, false], Ward.Channel.Reached.Select(message => message.MayBeRepeat));
        Assert.Null(Assert.Single(await Ward.Read(records => records.Conversations)).LeasedBy);
    }

    [Fact]
    public async Task A_process_that_died_twice_while_it_sent_is_not_followed_by_a_third_copy()
    {
        await Ward.Say("weigh instruction");
        for (var death = 0; death < 2; death++)
        {
            await Ward.Database.WriteAsync(
                (records, stop) =>
                    records.Conversations.ExecuteUpdateAsync(
                        row => row.SetProperty(found => found.LeasedBy, "dead"),
                        stop
                    ),
                CancellationToken.None
            );
            if (death == 0)
            {
                Ward.Channel.Next(new Delivery.Refused(null, 503));
                await Ward.Delivery.SweepAsync();
                Ward.Clock.Advance(TimeSpan.FromMinutes(1));
            }
        }

        await Ward.Delivery.SweepAsync();

        Assert.Empty(Ward.Channel.Reached);
        Assert.Equal([DeliveryState.Failed], await States());
        Assert.Equal(CaseKind.Undelivered, Assert.Single(await Ward.Read(records => records.Cases)).Kind);
    }
}
