namespace TriageBot.Language.Tests;

/// <summary>
/// What people say around a symptom ("and last month I could walk", "should I worry,") leaves it as it is. Each piece of
/// <c>Data/context-LANGUAGE.txt</c> stands before (P) or after (S) known emergencies.
/// </summary>
public class ContextPiecesTests
{
    private const int EmergenciesPerPiece = 20;

    private const int LongestText = 14;

    /// <summary>A piece that loses more than one in so many has a hole of its own.</summary>
    private const int WorstPiece = 4;

    /// <summary>Of all texts one in so many may be lost.</summary>
    private const int Worst = 500;

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void What_is_said_around_an_emergency_silences_none(string language)
    {
        var random = new Random(7);
        var emergencies = LabelledTexts
            .Emergencies(language)
            .Where(text => text.Split(' ').Length <= LongestText && IsHeard(text, language))
            .ToArray();
        var pieces = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", $"context-{language}.txt"));
        var lost = pieces.ToDictionary(piece => piece, piece => Lost(piece, emergencies, random, language));

        var holes = lost.Where(pair => pair.Value.Count > EmergenciesPerPiece / WorstPiece).ToList();
        Assert.True(holes.Count == 0, string.Join('\n', holes.Select(hole => $"{hole.Value.Count} lost: {hole.Key}")));
        Assert.True(
            lost.Values.Sum(texts => texts.Count) <= pieces.Length * EmergenciesPerPiece / Worst,
            string.Join('\n', lost.Values.SelectMany(texts => texts))
        );
    }

    private static List<string> Lost(string piece, string[] emergencies, Random random, string language)
    {
        var said = piece[0] == 'P' ? piece[2..] + " " : piece[2..];
        return
        [
            .. Enumerable
                .Range(0, EmergenciesPerPiece)
                .Select(_ => emergencies[random.Next(emergencies.Length)].TrimEnd(' ', '.', '!', '?'))
                .Select(text => piece[0] == 'S' ? text + said : said + Lowered(text))
                .Where(text => !IsHeard(text, language)),
        ];
    }

    private static bool IsHeard(string text, string language) =>
        Understanding.Describe(Shipped.Reader, text, language).Floor == "emergency";

    /// <summary>In the middle of a sentence, unless it is an "I" or an abbreviation.</summary>
    private static string Lowered(string text) =>
        text.Length > 1 && char.IsLower(text[1]) && !text.StartsWith("I'", StringComparison.Ordinal)
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : text;
}
