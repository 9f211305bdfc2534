using System.Numerics;
using TriageBot.Language.Words;

namespace TriageBot.Language.Lexicons;

/// <summary>
/// Finds the lexicon's word that a misspelt one means. A word that the lexicon or the list of ordinary words knows is
/// never touched, so that no harmless word becomes a symptom.
/// </summary>
internal sealed class Spelling
{
    private const int ShortestWord = 4;

    /// <summary>What is left of a word of four letters: "nmb".</summary>
    private const int ShortestCore = 3;
    private const int ShortestForTwoSlips = 7;
    private const int Letters = 26;

    /// <summary>What the dearest single slip costs; see <see cref="Slips"/>.</summary>
    private const int OneSlip = 11;

    /// <summary>So much nearer is a word that matters most.</summary>
    private const int CoreAhead = 2;

    private readonly HashSet<string> ordinary;
    private readonly HashSet<string> known;
    private readonly HashSet<string> core;

    /// <summary>Words to correct to by first letter and length, with a bit for each letter that a word has.</summary>
    private readonly List<Target>?[] targets;
    private readonly int longest;

    private static readonly List<Target> none = [];

    /// <param name="targets">Words to correct to.</param>
    /// <param name="ordinary">Words that are right as they are, though no phrase names them.</param>
    /// <param name="core">Words that are corrected to though they are short, and that win where a word could mean two.</param>
    public Spelling(IEnumerable<string> targets, HashSet<string> ordinary, HashSet<string> core)
    {
        this.core = core;
        known = new HashSet<string>(targets, StringComparer.Ordinal);
        this.ordinary = ordinary;
        foreach (var word in known)
        {
            longest = Math.Max(longest, word.Length);
        }

        this.targets = new List<Target>?[Letters * (longest + 1)];
        foreach (var word in known)
        {
            if (IsTarget(word))
            {
                (this.targets[Bucket(word[0], word.Length)] ??= []).Add(new Target(word, LettersOf(word)));
            }
        }
    }

    /// <summary>The word meant, or null where the word is right, too short, or could mean two different ones.</summary>
    public string? Correct(string word)
    {
        if (word.Length < ShortestCore || !Folding.IsPlain(word) || known.Contains(word) || ordinary.Contains(word))
        {
            return null;
        }

        var slips = TwoSlips(word.Length) ? 2 : 1;
        var best = (Word: null as string, Distance: (slips * OneSlip) + 1, IsTied: false);
        var letters = LettersOf(word);
        var last = Math.Min(word.Length + slips, longest);
        for (var length = Math.Max(word.Length - slips, ShortestWord); length <= last; length++)
        {
            foreach (var (candidate, candidateLetters) in targets[Bucket(word[0], length)] ?? none)
            {
                // Each slip makes at most two letters differ.
                if (BitOperations.PopCount(letters ^ candidateLetters) > 2 * slips || !MayMean(word, candidate))
                {
                    continue;
                }

                var isCore = core.Contains(candidate);
                var distance = Slips.Between(word, candidate, best.Distance + CoreAhead) - (isCore ? CoreAhead : 0);
                if (distance < best.Distance)
                {
                    best = (candidate, distance, false);
                }
                else if (distance == best.Distance && best.Word is not null && isCore != core.Contains(best.Word))
                {
                    best = isCore ? (candidate, distance, false) : best;
                }
                else if (distance == best.Distance && best.Word is not null)
                {
                    best.IsTied = true;
                }
            }
        }

        return best.IsTied ? null : best.Word;
    }

    /// <summary>True for words that matter most, which are found in short and run-together forms too.</summary>
    public bool IsCore(string word) => core.Contains(word);

    /// <summary>True where the word is right as it is.</summary>
    public bool IsOrdinary(string word) => ordinary.Contains(word) || known.Contains(word);

    private bool IsTarget(string word) =>
        (word.Length > ShortestWord || (word.Length == ShortestWord && core.Contains(word))) && Folding.IsPlain(word);

    private static bool TwoSlips(int length) => length >= ShortestForTwoSlips;

    private int Bucket(char first, int length) => ((first - 'a') * (longest + 1)) + length;

    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var c in word)
        {
            letters |= 1u << (c - 'a');
        }

        return letters;
    }

    /// <summary>People rarely miss the first letter; a short word may only have lost one, and an ending is no slip.</summary>
    private bool MayMean(string word, string candidate) =>
        (
            word.Length < ShortestWord
                ? candidate[^1] == word[^1] && core.Contains(candidate)
                : word.Length > ShortestWord || candidate.Length > word.Length || core.Contains(candidate)
        )
        && !(
            word.Length == candidate.Length + 1
            && word.StartsWith(candidate, StringComparison.Ordinal)
            && word[^1] != word[^2]
        );

    private sealed record Target(string Word, uint Letters);
}
