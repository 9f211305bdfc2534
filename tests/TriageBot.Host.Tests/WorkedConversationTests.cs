using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests;

/// <summary>The conversations that clinicians wrote down, held with the real bot, turns and records.</summary>
public sealed class WorkedConversationTests(PlayedConversations conversations) : IClassFixture<PlayedConversations>
{
    private const int Fewest = 60;

    /// <summary>
    /// "The same as always" is read as "there before the procedure", so the question that this rule speaks of is never
    /// asked after words alone.
    /// </summary>
    private static readonly string[] Unspeakable = ["not-sure-if-as-before", "back-pain-worse"];

    public static TheoryData<string> Names => [.. PlayedConversations.All.Select(worked => worked.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_goes_as_it_is_written(string conversation)
    {
        var played = await conversations.PlayAsync(conversation);
        Assert.True(played.IsAsWritten, $"{played.Conversation.File}:{played.Conversation.Line}\n{played.Difference}");
    }

    [Fact]
    public async Task Every_rule_of_every_protocol_is_fired_by_one()
    {
        var fired = new HashSet<(string, string)>();
        foreach (var worked in PlayedConversations.All)
        {
            fired.UnionWith((await conversations.PlayAsync(worked.Name)).Rules);
        }

        var silent = PlayedConversations
            .Clinical.Protocols.Protocols.SelectMany(protocol => protocol.Rules.Select(rule => (protocol.Id, rule.Id)))
            .Where(rule => fired.Contains(rule) == Unspeakable.Contains(rule.Item2))
            .ToList();
        Assert.True(
            silent.Count == 0,
            $"No worked conversation fires, or one does after all: {string.Join(", ", silent)}"
        );
    }

    [Fact]
    public void There_are_as_many_in_turns_as_promised_and_both_languages_are_spoken()
    {
        var inTurns = PlayedConversations.All.Where(worked => !worked.IsRow).ToList();
        Assert.True(inTurns.Count >= Fewest, $"{inTurns.Count} conversations in turns");
        Assert.True(inTurns.Count(worked => worked.Language == "es") >= 10);
        Assert.True(inTurns.Select(worked => worked.Knows.GetValueOrDefault("procedure")).Distinct().Count() >= 2);
    }
}
