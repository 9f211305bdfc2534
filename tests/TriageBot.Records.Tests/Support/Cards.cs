using TriageBot.Conversation.Effects;

namespace TriageBot.Records.Tests.Support;

public static class Cards
{
    public static CaseCard Of(string headline, string words) =>
        new()
        {
            Situation = new Situation(headline, [new Quote(words, DateTimeOffset.UnixEpoch)]),
            Background = new Background
            {
                Language = "en",
                Channel = "webchat",
                Phone = "+14235550142",
            },
            Assessment = new Assessed
            {
                Protocol = "kyphoplasty",
                Version = "1.0.0",
                Hash = "abc",
                Reasons = [new ReasonLine("leak", "discharge", "sheet")],
                Findings = ["discharge"],
                Denied = ["fever"],
                NotAsked = [],
                NotRead = [],
            },
            Recommendation = "Call within the hour.",
        };
}
