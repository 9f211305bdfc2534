using TriageBot.BotFramework.Connector;
using TriageBot.BotFramework.Dialogs;
using TriageBot.BotFramework.State;
using TriageBot.BotFramework.Testing;

namespace TriageBot.BotFramework.Tests.Dialogs;

/// <summary>A conversation with one dialog, over storage that takes registered types only.</summary>
internal sealed class Talk
{
    private readonly DialogTestClient client;

    public Talk(Dialog dialog, object? options = null, string channelId = Channels.Test)
        : this(dialog, Memory(), options, channelId) { }

    public Talk(Dialog dialog, IStorage storage, object? options = null, string channelId = Channels.Test) =>
        client = new DialogTestClient(channelId, dialog, options, conversationState: new ConversationState(storage));

    public DialogTurnResult Outcome => client.DialogTurnResult;

    public DialogContext Stack => client.DialogContext;

    public static MemoryStorage Memory() => new(new StateCodec());

    /// <summary>Begins a prompt, answers once, and gives what it returned; null where it asked again.</summary>
    public static async Task<object?> AnswerAsync(
        Dialog prompt,
        string answer,
        string? locale = null,
        PromptOptions? options = null
    )
    {
        var talk = new Talk(prompt, options ?? Asking("?"));
        await talk.SayAsync("hi");
        await talk.SayAsync(answer, locale);
        return talk.Outcome.Status == DialogTurnStatus.Complete ? talk.Outcome.Result : null;
    }

    public static PromptOptions Asking(string text, string? again = null) =>
        new() { Prompt = MessageFactory.Text(text), RetryPrompt = again is null ? null : MessageFactory.Text(again) };

    /// <summary>Says something and returns the texts of all replies.</summary>
    public Task<string[]> SayAsync(string text, string? locale = null) =>
        SendAsync(new Activity(ActivityTypes.Message) { Text = text, Locale = locale });

    public async Task<string[]> SendAsync(Activity activity)
    {
        var replies = new List<string>();
        var reply = await client.SendActivityAsync<IMessageActivity>(activity);
        while (reply is not null)
        {
            replies.Add(reply.Text ?? "");
            reply = client.GetNextReply<IMessageActivity>();
        }

        return [.. replies];
    }

    public Task<IMessageActivity> SendForReplyAsync(string text) => client.SendActivityAsync<IMessageActivity>(text);
}
