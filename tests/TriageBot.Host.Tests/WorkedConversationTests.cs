using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests;

/// <summary>The conversations that clinicians wrote down, held with the real bot, turns and records.</summary>
public sealed class WorkedConversationTests(PlayedConversations conversations) : IClassFixture<PlayedConversations>
{
    public static TheoryData<string> Names => [.. PlayedConversations.All.Select(worked => worked.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_goes_as_it_is_written(string conversation)
    {
        var played = await conversations.PlayAsync(conversation);
        Assert.True(played.IsAsWritten, $"{played.Conversation.File}:{played.Conversation.Line}\n{played.Difference}");
    }
}
