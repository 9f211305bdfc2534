using Moq;
using TriageBot.BotFramework.Connector;
using TriageBot.BotFramework.Dialogs;
using TriageBot.BotFramework.Testing;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class DialogTestClientTests
{
    private readonly Mock<Dialog> dialog = new("dialog");

    [Fact]
    public async Task The_dialog_begins_once_and_then_continues()
    {
        Begins(_ => Task.FromResult(Dialog.EndOfTurn));
        dialog
            .Setup(one => one.ContinueDialogAsync(It.IsAny<DialogContext>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DialogTurnResult(DialogTurnStatus.Complete, 1));
        var client = new DialogTestClient(Channels.Test, dialog.Object);

        await client.SendActivityAsync<IMessageActivity>("one");
        await client.SendActivityAsync<IMessageActivity>("two");

        dialog.Verify(
            one => one.BeginDialogAsync(It.IsAny<DialogContext>(), It.IsAny<object>(), It.IsAny<CancellationToken>()),
            Times.Once
        );
        Assert.Equal(1, client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task What_the_dialog_says_is_returned_reply_by_reply()
    {
        Begins(async dc =>
        {
            await dc.Context.SendActivityAsync("you said " + dc.Context.Activity.Text);
            await dc.Context.SendActivityAsync("bye");
            return new DialogTurnResult(DialogTurnStatus.Complete);
        });
        var client = new DialogTestClient(Channels.Test, dialog.Object);

        Assert.Equal("you said hi", (await client.SendActivityAsync<IMessageActivity>("hi")).Text);
        Assert.Equal("bye", client.GetNextReply<IMessageActivity>().Text);
        Assert.Null(client.GetNextReply<IMessageActivity>());
    }

    [Fact]
    public async Task The_dialog_is_begun_with_the_given_options()
    {
        object? given = null;
        dialog
            .Setup(one =>
                one.BeginDialogAsync(It.IsAny<DialogContext>(), It.IsAny<object>(), It.IsAny<CancellationToken>())
            )
            .Callback((DialogContext _, object options, CancellationToken _) => given = options)
            .ReturnsAsync(Dialog.EndOfTurn);
        var options = new object();

        await new DialogTestClient(Channels.Test, dialog.Object, options).SendActivityAsync<IMessageActivity>("hi");

        Assert.Same(options, given);
    }

    [Theory]
    [InlineData(DialogTurnStatus.Empty)]
    [InlineData(DialogTurnStatus.Waiting)]
    [InlineData(DialogTurnStatus.Complete)]
    [InlineData(DialogTurnStatus.Cancelled)]
    public async Task The_outcome_of_the_last_turn_can_be_looked_at(DialogTurnStatus status)
    {
        Begins(_ => Task.FromResult(new DialogTurnResult(status, "result")));
        var client = new DialogTestClient(Channels.Test, dialog.Object);

        await client.SendActivityAsync<IMessageActivity>("hi");

        Assert.Equal((status, "result"), (client.DialogTurnResult.Status, client.DialogTurnResult.Result));
        Assert.Equal("dialog", client.DialogContext.ActiveDialog!.Id);
    }

    [Fact]
    public async Task Middleware_runs_before_the_dialog()
    {
        var order = new List<string>();
        var middleware = new Mock<IMiddleware>();
        middleware
            .Setup(one =>
                one.OnTurnAsync(It.IsAny<ITurnContext>(), It.IsAny<NextDelegate>(), It.IsAny<CancellationToken>())
            )
            .Returns(
                (ITurnContext _, NextDelegate next, CancellationToken stop) =>
                {
                    order.Add("middleware");
                    return next(stop);
                }
            );
        Begins(_ =>
        {
            order.Add("dialog");
            return Task.FromResult(Dialog.EndOfTurn);
        });

        var client = new DialogTestClient(Channels.Test, dialog.Object, middlewares: [middleware.Object]);
        await client.SendActivityAsync<IMessageActivity>("hi");

        Assert.Equal(["middleware", "dialog"], order);
    }

    [Fact]
    public async Task An_adapter_of_ones_own_is_used()
    {
        var adapter = new Mock<TestAdapter>(Channels.Directline, false) { CallBase = true };
        Begins(_ => Task.FromResult(Dialog.EndOfTurn));

        await new DialogTestClient(adapter.Object, dialog.Object).SendActivityAsync<IActivity>("hi");

        adapter.Verify(
            one => one.SendTextToBotAsync("hi", It.IsAny<BotCallbackHandler>(), It.IsAny<CancellationToken>()),
            Times.Once
        );
    }

    private void Begins(Func<DialogContext, Task<DialogTurnResult>> begin) =>
        dialog
            .Setup(one =>
                one.BeginDialogAsync(It.IsAny<DialogContext>(), It.IsAny<object>(), It.IsAny<CancellationToken>())
            )
            .Returns((DialogContext dc, object _, CancellationToken _) => begin(dc));
}
