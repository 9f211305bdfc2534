using TriageBot.BotFramework.Tests.Dialogs;

namespace TriageBot.BotFramework.Tests.Middleware;

public class AutoSaveStateMiddlewareTests
{
    private readonly UserState user;
    private readonly ConversationState conversation;
    private readonly IStatePropertyAccessor<int> ofUser;
    private readonly IStatePropertyAccessor<int> ofConversation;

    public AutoSaveStateMiddlewareTests()
    {
        var storage = Talk.Memory();
        user = new UserState(storage);
        conversation = new ConversationState(storage);
        ofUser = user.CreateProperty<int>("count");
        ofConversation = conversation.CreateProperty<int>("count");
    }

    [Fact]
    public async Task What_is_known_of_a_user_goes_along_into_another_conversation()
    {
        var saving = new AutoSaveStateMiddleware(user, conversation);

        await Flow("first", saving).Test("hi", "1 1").Test("hi", "2 2").StartTestAsync();
        await Flow("second", saving).Test("hi", "3 1").StartTestAsync();
    }

    [Fact]
    public async Task Only_the_states_that_were_added_are_saved()
    {
        var saving = new AutoSaveStateMiddleware().Add(conversation);

        await Flow("first", saving).Test("hi", "1 1").Test("hi", "1 2").StartTestAsync();
    }

    [Fact]
    public async Task A_turn_that_throws_saves_nothing()
    {
        var saving = new AutoSaveStateMiddleware(new BotStateSet(user, conversation));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Flow("first", saving).Send("break").StartTestAsync());
        await Flow("first", saving).Test("hi", "1 1").StartTestAsync();
    }

    private TestFlow Flow(string name, AutoSaveStateMiddleware saving) =>
        new(
            new TestAdapter(TestAdapter.CreateConversation(name)).Use(saving),
            async (turnContext, stop) =>
            {
                var users = await ofUser.GetAsync(turnContext, () => 0, stop) + 1;
                var conversations = await ofConversation.GetAsync(turnContext, () => 0, stop) + 1;
                await ofUser.SetAsync(turnContext, users, stop);
                await ofConversation.SetAsync(turnContext, conversations, stop);
                if (turnContext.Activity.Text == "break")
                {
                    throw new InvalidOperationException("broken");
                }

                await turnContext.SendActivityAsync($"{users} {conversations}", cancellationToken: stop);
            }
        );
}
