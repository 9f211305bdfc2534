using BenchmarkDotNet.Attributes;
using TriageBot.Language;

namespace TriageBot.Benchmarks.Language;

/// <summary>What it costs to read a text, by its length and by the size of the lexicon.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private static readonly string[] Sixty =
    [
        "no fever but my left leg went numb and its one oh one point 5",
        "mom's incision is oozing a little since yesterday, no redness",
        "me cuesta jalar aire y tengo mucho dolor de pecho desde ayer",
        "I have been resting at home like you told me, all good so far",
        "what if i get a fevr tonite? had chst pain last year not now ",
    ];

    private PatientReader reader = null!;
    private string text = "";

    [Params(1, 10)]
    public int Lexicon { get; set; }

    [Params(10, 60, 100, 1000, 10_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Load()
    {
        reader = new PatientReader(LexiconLibrary.Load(WiderLexicon.Write(Lexicon)), new ReaderThresholds(38.0m, 7));
        text = string.Join(". ", Enumerable.Range(0, (Characters / 60) + 1).Select(i => Sixty[i % Sixty.Length]));
        text = text[..Characters];
    }

    [Benchmark]
    public Reading Read() => reader.Read(text, "en");
}
