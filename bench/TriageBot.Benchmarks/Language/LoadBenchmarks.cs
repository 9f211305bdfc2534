using BenchmarkDotNet.Attributes;
using TriageBot.Language;

namespace TriageBot.Benchmarks.Language;

/// <summary>Loading both languages from YAML in a warm process; <c>cold</c> measures fresh ones.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private readonly string directory = WiderLexicon.Shipped;

    [Benchmark]
    public LexiconLibrary Load() => LexiconLibrary.Load(directory);
}
