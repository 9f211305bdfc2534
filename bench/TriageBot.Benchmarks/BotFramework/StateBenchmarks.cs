using BenchmarkDotNet.Attributes;
using TriageBot.BotFramework.State;

namespace TriageBot.Benchmarks.BotFramework;

/// <summary>A state of a waterfall in its middle, with forty texts kept.</summary>
[MemoryDiagnoser]
public class StateBenchmarks
{
    private readonly StateCodec codec = new();
    private readonly Dictionary<string, object?> state = new()
    {
        ["words"] = Enumerable.Range(0, 40).Select(n => $"my back hurts a little, text {n}").ToList(),
        ["answers"] = Enumerable.Range(0, 20).ToDictionary(n => $"question-{n}", n => "no"),
        ["began"] = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero),
        ["step"] = 3,
    };

    private string text = "";

    [GlobalSetup]
    public void Write() => text = codec.Encode("state", state);

    [Benchmark]
    public string Encode() => codec.Encode("state", state);

    [Benchmark]
    public object? Decode() => codec.Decode("state", text);
}
