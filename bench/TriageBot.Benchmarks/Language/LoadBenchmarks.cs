using BenchmarkDotNet.Attributes;
using TriageBot.Language;

namespace TriageBot.Benchmarks.Language;

/// <summary>Loading both languages in a warm process; <c>cold</c> measures fresh ones.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private string directory = "";

    /// <summary>As the build leaves them; false: from YAML alone, as after a change.</summary>
    [Params(true, false)]
    public bool Compiled { get; set; }

    [GlobalSetup]
    public void Prepare() => directory = Compiled ? WiderLexicon.Compiled() : WiderLexicon.Shipped;

    [Benchmark]
    public LexiconLibrary Load() => LexiconLibrary.Load(directory);
}
