using BenchmarkDotNet.Attributes;
using TriageBot.Language;

namespace TriageBot.Benchmarks.Language;

/// <summary>Texts of 60 characters of different kinds, on the shipped lexicon.</summary>
[MemoryDiagnoser]
public class PatientTextBenchmarks
{
    private readonly PatientReader reader = new(LexiconLibrary.Load(WiderLexicon.Shipped), new(38.0m, 7));

    [Params(
        "no fever but my left leg went numb and its one oh one point 5",
        "mom's incision is oozing a little since yesterday, no redness",
        "me cuesta jalar aire y tengo mucho dolor de pecho desde ayer",
        "I have been resting at home like you told me, all good so far",
        "what if i get a fevr tonite? had chst pain last year not now "
    )]
    public string Text { get; set; } = "";

    [Benchmark]
    public Reading Read() => reader.Read(Text, "en");
}
