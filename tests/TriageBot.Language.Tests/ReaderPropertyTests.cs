using System.Diagnostics;
using System.Text;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Tests;

public class ReaderPropertyTests
{
    private const int Seed = 20261122;

    private static readonly string[] Pieces =
    [
        "chest pain",
        "no",
        "not",
        "fever",
        "101.5",
        "my",
        "leg",
        "numb",
        "but",
        "if i get",
        ",",
        ".",
        "?",
        "!",
        "\n",
        "...",
        "👍",
        "🩸",
        "👩‍⚕️",
        "\u200F",
        "\u202E",
        "שלום",
        "مرحبا",
        "z̷̢̛a̴l̸g̶o̵",
        "\0",
        "\t",
        "９",
        "1,3",
        "7/10",
        "°F",
        "---",
        "(",
        ")",
        "<leg>",
        "#number",
        "#year",
        "sí",
        "dolor de pecho",
        "sin",
        "ni",
        "\ud83d",
        "\udc4d",
        "aaaaaaaaaaaa",
        "x2",
        "w/o",
    ];

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 3000; i++)
        {
            var text = Text(random, random.Next(0, 30));
            var reading = Shipped.Reader.Read(text, random.Next(2) == 0 ? "en" : "es");
            Assert.All(reading.Mentions, m => Assert.InRange(m.Span.Start + m.Span.Length, 0, text.Length));
        }
    }

    [Fact]
    public void Any_characters_at_all_are_read()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 1000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(0, 0xFFFF))]);
            Shipped.Reader.Read(text, "en");
        }
    }

    [Theory]
    [InlineData("chest pain ")]
    [InlineData("no fever what if i get my grandson has ")]
    [InlineData("a")]
    [InlineData("1 ")]
    [InlineData("if ")]
    [InlineData("my leg is not ")]
    [InlineData("qwrtz")]
    [InlineData("qwrtzy xkcdw ")]
    [InlineData("👍")]
    [InlineData("fever none ")]
    public void A_hundred_kilobytes_are_read_in_bounded_time(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 100_000 / piece.Length).ToString();
        var watch = Stopwatch.StartNew();
        Shipped.Reader.Read(text, "en");
        // Generous, for machines that build beside it: work that grows faster than the text takes hours.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("my chest hurts")]
    [InlineData("No fever, but my leg is numb and I can't pee.")]
    [InlineData("not short of breath at all")]
    [InlineData("no siento los pies")]
    [InlineData("My temp is 101.5 F")]
    public void Case_and_spacing_do_not_matter(string text)
    {
        var plain = Ids(text);
        Assert.NotEmpty(plain);
        Assert.Equal(plain, Ids(text.ToUpperInvariant()));
        Assert.Equal(plain, Ids(text.ToLowerInvariant()));
        Assert.Equal(plain, Ids("  " + text.Replace(" ", "   ", StringComparison.Ordinal) + "  "));
        Assert.Equal(plain, Ids(text.Replace('\'', '\u2019')));
    }

    [Fact]
    public void Accents_do_not_matter()
    {
        Assert.Equal(
            Ids("me desmayé y no sé dónde está, sin opresión"),
            Ids("me desmaye y no se donde esta, sin opresion")
        );
    }

    [Theory]
    [InlineData("chest pain")]
    [InlineData("i cant breathe")]
    [InlineData("my leg gave out")]
    [InlineData("i passed out")]
    [InlineData("i want to die")]
    [InlineData("no puedo respirar")]
    public void Harmless_sentences_around_an_emergency_never_hide_it(string emergency)
    {
        string[] harmless =
        [
            "Hello there.",
            "Thank you!",
            "I went to church today.",
            "What time is my appointment?",
            "No fever.",
            "The weather is nice.",
            "My dog says hi.",
            "I had soup.",
            "Can you help me?",
            "I watched a movie.",
            "Buenos días.",
            "I am 78 years old.",
        ];
        foreach (var before in harmless)
        {
            foreach (var after in harmless)
            {
                Assert.Equal(
                    "emergency",
                    Understanding.Describe(Shipped.Reader, $"{before} {emergency}. {after}", null).Floor
                );
            }
        }
    }

    [Fact]
    public void The_same_text_is_read_the_same_on_all_threads()
    {
        const string text = "no fever but my leg went numb and its one oh one point five";
        var expected = Ids(text);
        Parallel.For(0, 200, _ => Assert.Equal(expected, Ids(text)));
    }

    private static List<(string, Polarity, Where, When)> Ids(string text) =>
        [
            .. Shipped
                .Reader.Read(text, "en")
                .Mentions.Select(m =>
                    (m.Observation.Finding, m.Observation.Polarity, m.Observation.Where, m.Observation.When)
                ),
        ];

    private static string Text(Random random, int pieces) =>
        string.Join(
            random.Next(3) == 0 ? "" : " ",
            Enumerable.Range(0, pieces).Select(_ => Pieces[random.Next(Pieces.Length)])
        );
}
