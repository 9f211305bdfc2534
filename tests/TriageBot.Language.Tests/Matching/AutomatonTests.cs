using TriageBot.Language.Matching;
using TriageBot.Language.Words;

namespace TriageBot.Language.Tests.Matching;

/// <summary>The automaton against the plainest way to look for phrases: every phrase at every word.</summary>
public sealed class AutomatonTests
{
    private const int Texts = 40;

    private static readonly string[] letters = ["a", "b", "c", "d", "e", "f"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void It_finds_what_is_there_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        var classes = new Dictionary<string, Part[][]>(StringComparer.Ordinal)
        {
            ["x"] = Choices(random, depth: 1),
            ["y"] = Choices(random, depth: 2),
        };
        var builder = new AutomatonBuilder(classes);
        var phrases = new List<Part[]>();
        while (phrases.Count < 12)
        {
            var phrase = Phrase(random, depth: 2, atLeast: 1);
            if (!Ends(phrase, [], 0, classes).Contains(0) && phrase is not [.., Part.Gap] and not [Part.Gap, ..])
            {
                builder.Add(phrase, phrases.Count);
                phrases.Add(phrase);
            }
        }

        var automaton = builder.Build();
        for (var i = 0; i < Texts; i++)
        {
            var text = Enumerable
                .Range(0, random.Next(1, 12))
                .Select(_ => letters[random.Next(letters.Length)])
                .ToList();
            var expected = Plainly(phrases, text, classes);
            var found = automaton
                .Find(Tokenizer.Cut(string.Join(' ', text)))
                .Select(hit => (hit.Entry, hit.Start, hit.End))
                .ToHashSet();
            Assert.Equal(expected.Order(), found.Order());
        }
    }

    private static HashSet<(int Entry, int Start, int End)> Plainly(
        List<Part[]> phrases,
        List<string> text,
        Dictionary<string, Part[][]> classes
    ) =>
        [
            .. from entry in Enumerable.Range(0, phrases.Count)
            from start in Enumerable.Range(0, text.Count)
            from end in Ends(phrases[entry], text, start, classes)
            select (entry, start, end),
        ];

    /// <summary>Where the parts may end that begin at a word.</summary>
    private static HashSet<int> Ends(Part[] parts, List<string> text, int start, Dictionary<string, Part[][]> classes)
    {
        HashSet<int> at = [start];
        foreach (var part in parts)
        {
            at =
            [
                .. at.SelectMany(i =>
                    part switch
                    {
                        Part.Word word => i < text.Count && text[i] == word.Text ? [i + 1] : [],
                        Part.Class name => classes[name.Name].SelectMany(c => Ends(c, text, i, classes)),
                        Part.OneOf choice => choice.Choices.SelectMany(c => Ends(c, text, i, classes)),
                        Part.Gap gap => Enumerable.Range(i, gap.Words + 1),
                        _ => throw new InvalidOperationException(part.GetType().Name),
                    }
                ),
            ];
        }

        return at;
    }

    private static Part[] Phrase(Random random, int depth, int atLeast)
    {
        var parts = new List<Part>();
        for (var i = random.Next(atLeast, 4); i > 0; i--)
        {
            parts.Add(
                random.Next(8) switch
                {
                    0 when depth > 1 => new Part.Class("x"),
                    1 when depth > 1 => new Part.Class("y"),
                    2 or 3 when depth > 0 => new Part.OneOf(Choices(random, depth - 1)),
                    // A gap stands between two words.
                    4 when parts.Count > 0 && parts[^1] is Part.Word && i > 1 => new Part.Gap(2),
                    _ => new Part.Word(letters[random.Next(letters.Length)]),
                }
            );
            if (parts[^1] is Part.Gap)
            {
                parts.Add(new Part.Word(letters[random.Next(letters.Length)]));
            }
        }

        return [.. parts];
    }

    /// <summary>Words and sequences of words; one in three may be left out.</summary>
    private static Part[][] Choices(Random random, int depth)
    {
        var choices = Enumerable
            .Range(0, random.Next(1, 4))
            .Select(_ =>
                depth > 0 ? Phrase(random, depth - 1, 1) : [new Part.Word(letters[random.Next(letters.Length)])]
            )
            .ToList();
        if (depth > 0 && random.Next(3) == 0)
        {
            choices.Add([]);
        }

        return [.. choices];
    }
}
