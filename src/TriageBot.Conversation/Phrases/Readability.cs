using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace TriageBot.Conversation.Phrases;

/// <summary>
/// How hard a text is to read: Flesch-Kincaid's school grade for English (6 or lower is the aim), Fernández Huerta's
/// score for Spanish (70 or more is the aim). Other languages are not measured.
/// </summary>
internal static partial class Readability
{
    private const int FewestWords = 20;
    private const double HighestGrade = 6;
    private const double LowestScore = 70;

    /// <summary>Words that cannot be said more simply count as short ones.</summary>
    private static readonly FrozenSet<string> Needed = new[]
    {
        "911",
        "emergency",
        "kyphoplasty",
        "vertebroplasty",
        "acetaminophen",
        "temperature",
        "computer",
        "emergencia",
        "cifoplastia",
        "vertebroplastia",
        "acetaminofén",
        "enfermera",
        "enfermeras",
        "temperatura",
        "computadora",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is too hard about the text, in words; null where nothing is, or where it is too short to measure.</summary>
    public static string? TooHard(string language, string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        if (words.Count < FewestWords)
        {
            return null;
        }

        var sentences = Math.Max(1, Sentence().Split(text).Count(part => Word().IsMatch(part)));
        var perSentence = (double)words.Count / sentences;
        switch (language)
        {
            case "en":
                var grade = (0.39 * perSentence) + (11.8 * words.Average(English)) - 15.59;
                return grade <= HighestGrade
                    ? null
                    : $"its reading grade is {grade:0.0}; write for grade {HighestGrade}";
            case "es":
                var score = 206.84 - (60 * words.Average(Spanish)) - (1.02 * perSentence);
                return score >= LowestScore
                    ? null
                    : $"its Fernández Huerta score is {score:0}; write for {LowestScore} or more";
            default:
                return null;
        }
    }

    private static int English(string word)
    {
        if (Needed.Contains(word) || char.IsAsciiDigit(word[0]))
        {
            return 1;
        }

        var lower = word.ToLowerInvariant();
        var groups = EnglishVowels().Count(lower);
        var silent = lower.Length > 2 && SilentEnd().IsMatch(lower) ? 1 : 0;
        return Math.Max(1, groups - silent);
    }

    private static int Spanish(string word) =>
        Needed.Contains(word) || char.IsAsciiDigit(word[0])
            ? 1
            : Math.Max(1, SpanishVowels().Count(word.ToLowerInvariant()));

    [GeneratedRegex(@"[\p{L}\p{Nd}]+([.'’-][\p{L}\p{Nd}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.?!:])\s+|\n")]
    private static partial Regex Sentence();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex EnglishVowels();

    // "place", "does", "asked": the e is not heard; in "table" and "needed" it is.
    [GeneratedRegex("([^aeiouyl]|[aeiouy]l)e$|[^aeiouytd]ed$|[^aeiouyscxz]es$")]
    private static partial Regex SilentEnd();

    // A strong vowel, or an accented weak one, makes a syllable; a weak one beside it joins it.
    [GeneratedRegex("[iuü]?[aeoáéó][iuy]?(?![íú])|[íú]|[iuü]+|y\\b")]
    private static partial Regex SpanishVowels();
}
