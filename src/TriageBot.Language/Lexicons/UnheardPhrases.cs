using TriageBot.Language.Context;
using TriageBot.Language.Words;
using TriageBot.Protocols.Reading;

namespace TriageBot.Language.Lexicons;

/// <summary>
/// Finds phrases that were written for nothing, because a harmless phrase or another finding takes the same words. It reads
/// some wordings of each, and so takes longer than loading may: <c>triagebot check</c> and the tests run it.
/// </summary>
internal static class UnheardPhrases
{
    private const int WordingsTried = 4;

    public static void Check(Lexicon lexicon, PhraseBook book, List<Defect> defects)
    {
        for (var i = 0; i < lexicon.Entries.Length; i++)
        {
            if (
                lexicon.Entries[i] is Entry.Finding { Yields: Yielding.Never } finding
                && !IsHeard(lexicon, book, i, finding)
            )
            {
                var at = book.At(i);
                defects.Add(
                    new Defect(
                        at.File,
                        at.Line,
                        LexiconCodes.NeverHeard,
                        $"'{finding.Phrase}' is never heard: '{book.Wording(i, 0)}' is taken by another phrase"
                    )
                );
            }
        }
    }

    private static bool IsHeard(Lexicon lexicon, PhraseBook book, int entry, Entry.Finding finding) =>
        Enumerable
            .Range(0, WordingsTried)
            .Any(turn =>
            {
                var raw = Tokenizer.Cut(book.Wording(entry, turn));
                var passage = Passage.Of(
                    lexicon,
                    Preparation.Prepare(raw, lexicon, correct: false, mostCorrections: 0)
                );
                return passage.Findings.Exists(f => f.Entry.Observation.Finding == finding.Observation.Finding);
            });
}
