using System.Text;
using BenchmarkDotNet.Attributes;
using TriageBot.BotFramework;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;

namespace TriageBot.Benchmarks.BotFramework;

/// <summary>Reading what a patient sent, and writing a question with its buttons.</summary>
[MemoryDiagnoser]
public class ActivityBenchmarks
{
    private readonly byte[] inbound = Encoding.UTF8.GetBytes(
        """{"type":"message","id":"17","timestamp":"2026-11-22T08:00:00Z","channelId":"webchat","serviceUrl":"https://smba.example/","from":{"id":"user","name":"User"},"recipient":{"id":"bot","name":"Bot"},"conversation":{"id":"c1"},"locale":"en-US","replyToId":"16","text":"my back hurts and I feel hot"}"""
    );

    private readonly Activity question = MakeQuestion();

    [Benchmark]
    public Activity Parse() => BotJson.ReadActivity(inbound);

    [Benchmark]
    public string Write() => BotJson.Write(question);

    private static Activity MakeQuestion()
    {
        var message = MessageFactory.SuggestedActions(
            ["Yes", "No", "Not sure"],
            "Have you had a fever or chills?",
            null,
            null,
            null
        );
        message.ChannelData = new Dictionary<string, object>
        {
            ["triage"] = new Dictionary<string, object>
            {
                ["question"] = new Dictionary<string, object> { ["id"] = "fever", ["kind"] = "yes-no" },
            },
        };
        return (Activity)message;
    }
}
