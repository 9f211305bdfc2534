using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace TriageBot.Language.Tests;

/// <summary>What holds for every text, tried on texts that chance makes.</summary>
public class AnyTextTests(ITestOutputHelper output)
{
    private const ulong Seed = 20261122;

    private static readonly string[] Said =
    [
        "no fever but my leg went numb",
        "me cuesta jalar aire",
        "my temp is 101.5 and i have chills",
        "not short of breath, just tired",
        "no siento los pies",
        "the incision is red and swollen",
        "pain is 7 out of 10",
        "tengo fiebre desde ayer y el sitio esta rojo",
        "i cant feel my feet",
        "yes, a little",
    ];

    [Fact]
    public void No_text_at_all_makes_the_reader_throw() =>
        Check(
            Prop.ForAll(
                ArbMap.Default.ArbFor<string?>(),
                text =>
                {
                    foreach (var language in new[] { "en", "es" })
                    {
                        var reading = Shipped.Reader.Read(text ?? "", language);
                        Assert.All(
                            reading.Mentions,
                            m => Assert.InRange(m.Span.Start + m.Span.Length, 0, (text ?? "").Length)
                        );
                    }

                    return true;
                }
            ),
            2000
        );

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Number_words_and_signs_in_any_order_are_read_to_the_end(string language)
    {
        var lexicon = Shipped.Lexicons.Lexicons.Single(l => l.Language == language);
        string[] words =
        [
            .. lexicon.Numbers.Begins,
            .. lexicon.Numbers.Scales.Keys,
            .. lexicon.Numbers.Fractions.Keys,
            .. lexicon.Numbers.Point,
            .. lexicon.Numbers.OutOf,
            .. lexicon.Numbers.To,
            .. lexicon.Numbers.HoursIn.Keys,
            .. lexicon.Numbers.Minus,
            "7",
            "101.5",
            "38,5",
            "1015",
        ];
        string[] signs = [" ", " ", ", ", ". ", "? ", "-", "/", " \u00BD "];
        var texts =
            from parts in Gen.ListOf(
                from sign in Gen.Elements(signs)
                from word in Gen.Elements(words)
                select sign + word
            )
            select string.Concat(parts);
        Check(
            Prop.ForAll(texts.ToArbitrary(), text => Shipped.Reader.Read(text, language).Numbers.Length <= text.Length),
            3000
        );
    }

    /// <summary>The emergencies of all labelled sets, among everyday words that no phrase names.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Harmless_words_around_an_emergency_never_hide_it(string language)
    {
        var emergencies = LabelledTexts.Emergencies(language).Where(text => IsEmergency(text, language)).ToArray();
        var harmless = LabelledTexts.EverydayWords(language);
        Assert.True(emergencies.Length >= 300, $"only {emergencies.Length} emergencies");
        Assert.True(harmless.Length >= 400, $"only {harmless.Length} words");
        var words =
            from count in Gen.Choose(0, 8)
            from some in Gen.ArrayOf(Gen.Elements(harmless), count)
            select string.Join(' ', some);
        var texts =
            from before in words
            from emergency in Gen.Elements(emergencies)
            from after in words
            from sign in Gen.Elements(". ", " ", ", ", "... ")
            select $"{before}{sign}{emergency}{sign}{after}";
        Check(Prop.ForAll(texts.ToArbitrary(), text => IsEmergency(text, language)), 3000);
    }

    private static bool IsEmergency(string text, string language) =>
        Understanding.Describe(Shipped.Reader, text, language).Floor == "emergency";

    [Fact]
    public void Case_accents_and_spacing_never_change_what_is_read()
    {
        var changed =
            from text in Gen.Elements([.. Said, .. LabelledTexts.Emergencies("en"), .. LabelledTexts.Emergencies("es")])
            from seed in Gen.Choose(0, int.MaxValue)
            select (text, Other: Redressed(text, new Random(seed)));
        Check(Prop.ForAll(changed.ToArbitrary(), pair => Ids(pair.text) == Ids(pair.Other)), 1000);
    }

    /// <summary>Other case, accents on vowels that have none, blanks and invisible signs between the words.</summary>
    private static string Redressed(string text, Random random) =>
        string.Concat(
            text.Select(c =>
                c == ' ' ? new string(' ', 1 + random.Next(3))
                : random.Next(4) == 0 ? char.ToUpperInvariant(c).ToString()
                : random.Next(8) == 0 && "aeiou".Contains(c, StringComparison.Ordinal) ? $"{c}\u0301"
                : random.Next(12) == 0 ? $"{c}\u200D"
                : c.ToString()
            )
        );

    private static string Ids(string text)
    {
        var reading = Shipped.Reader.Read(text, "en");
        var mentions = reading.Mentions.Select(m =>
            $"{m.Observation.Finding} {m.Observation.Polarity} {m.Observation.Where} {m.Observation.Severity}"
        );
        return $"{reading.YesNo} {string.Join(", ", reading.Numbers)} {string.Join("; ", mentions)}";
    }

    private void Check(Property property, int tries)
    {
        output.WriteLine($"seed {Seed}");
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(tries).WithReplay(Seed, 1), property);
    }
}
