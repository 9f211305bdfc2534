namespace TriageBot.Language.Tests;

/// <summary>
/// How people say a thing in plain words, crossed: who, in which tense, with which "cannot" and of which part of the body. Texts
/// written one by one leave holes between them that such a grid shows.
/// </summary>
public class GridTests
{
    public static TheoryData<string, string> Grids
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Directory.GetFiles(Folder, "grid-*.txt").Order(StringComparer.Ordinal))
            {
                foreach (var grid in GridFile.Read(file))
                {
                    data.Add(Path.GetFileName(file), grid.Title);
                }
            }

            return data;
        }
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Data");

    [Theory]
    [MemberData(nameof(Grids))]
    public void Every_sentence_of_a_grid_is_heard(string file, string title)
    {
        var language = Path.GetFileNameWithoutExtension(file)[^2..];
        var grid = GridFile.Read(Path.Combine(Folder, file)).Single(grid => grid.Title == title);
        var sentences = grid.Sentences().ToList();

        var unheard = sentences.Where(sentence => !IsHeard(sentence.Expected, sentence.Text, language)).ToList();

        Assert.NotEmpty(sentences);
        Assert.True(
            unheard.Count == 0,
            $"{unheard.Count} of {sentences.Count}:\n{string.Join('\n', unheard.Take(20).Select(u => u.Text))}"
        );
    }

    private static bool IsHeard(string expected, string text, string language)
    {
        var read = Understanding.Describe(Shipped.Reader, text, language);
        return expected.Split(' ') switch
        {
            ["denied", var finding] => read.Absent.Contains(finding) && read.Floor is "none" or "selfcare",
            ["harmless"] => read.Floor is "none" or "selfcare",
            [var route] => read.Floor == route,
            [var route, var finding] => read.Floor == route && read.Findings.Contains(finding),
            _ => throw new FormatException(
                $"'{expected}' is neither a route, a route and a finding, nor 'denied' and one"
            ),
        };
    }
}
