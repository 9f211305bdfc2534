namespace TriageBot.Language.Lexicons;

/// <summary>
/// How far a written word is from the one that was meant. Slips that fingers make often cost less, so that of two words as
/// many letters away the likelier one is nearer: a doubled or undoubled letter, two letters swapped, one left out, one too
/// many, one wrong, which counts less where its key is beside the right one.
/// </summary>
internal static class Slips
{
    private const int Doubled = 6;
    private const int Swapped = 7;
    private const int NextKey = 8;
    private const int LeftOut = 9;
    private const int VowelLeftOut = 7;
    private const int TooMany = 10;
    private const int Wrong = 11;

    /// <summary>The keys beside each letter of a Latin keyboard.</summary>
    private static readonly string[] keysBeside =
    [
        "qwsz",
        "vghn",
        "xdfv",
        "serfcx",
        "wsdr",
        "drtgvc",
        "ftyhbv",
        "gyujnb",
        "ujko",
        "huikmn",
        "jiolm",
        "kop",
        "njk",
        "bhjm",
        "iklp",
        "ol",
        "wa",
        "edft",
        "awedxz",
        "rfgy",
        "yhji",
        "cfgb",
        "qase",
        "zsdc",
        "tghu",
        "asx",
    ];

    /// <summary>The cost of making <paramref name="meant"/> out of <paramref name="written"/>; 0 where they are the same.</summary>
    /// <param name="most">Beyond it any number is given: the words are too far apart.</param>
    public static int Between(string written, string meant, int most)
    {
        Span<int> older = stackalloc int[meant.Length + 1];
        Span<int> above = stackalloc int[meant.Length + 1];
        Span<int> row = stackalloc int[meant.Length + 1];
        above[0] = 0;
        for (var j = 1; j <= meant.Length; j++)
        {
            above[j] = above[j - 1] + CostOfMissing(meant, j - 1);
        }

        for (var i = 1; i <= written.Length; i++)
        {
            row[0] = above[0] + TooMany;
            var least = row[0];
            for (var j = 1; j <= meant.Length; j++)
            {
                var same = above[j - 1] + CostOfWrong(written[i - 1], meant[j - 1]);
                var extra = above[j] + CostOfExtra(written, i - 1);
                var missing = row[j - 1] + CostOfMissing(meant, j - 1);
                row[j] = Math.Min(same, Math.Min(extra, missing));
                if (i > 1 && j > 1 && written[i - 1] == meant[j - 2] && written[i - 2] == meant[j - 1])
                {
                    row[j] = Math.Min(row[j], older[j - 2] + Swapped);
                }

                least = Math.Min(least, row[j]);
            }

            // A swap of the next letter may still undo one wrong letter of this row.
            if (least > most + Wrong)
            {
                return least;
            }

            var spare = older;
            older = above;
            above = row;
            row = spare;
        }

        return above[meant.Length];
    }

    private static int CostOfWrong(char written, char meant) =>
        written == meant ? 0
        : keysBeside[meant - 'a'].Contains(written, StringComparison.Ordinal) ? NextKey
        : Wrong;

    private static int CostOfExtra(string written, int at) =>
        at > 0 && written[at] == written[at - 1] ? Doubled : TooMany;

    private static int CostOfMissing(string meant, int at) =>
        at > 0 && meant[at] == meant[at - 1] ? Doubled
        : meant[at] is 'a' or 'e' or 'i' or 'o' or 'u' ? VowelLeftOut
        : LeftOut;
}
