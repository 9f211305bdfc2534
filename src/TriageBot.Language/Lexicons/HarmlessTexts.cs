using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Lexicons;

/// <summary>Checks at load that no text listed as harmless is read as a finding, so that a new phrase cannot do harm unseen.</summary>
internal static class HarmlessTexts
{
    public static void Check(LexiconLibrary library)
    {
        // The thresholds play no part here: harmless texts hold no readings.
        var reader = new PatientReader(library, new ReaderThresholds(decimal.MaxValue, int.MaxValue));
        foreach (var lexicon in library.Lexicons)
        {
            foreach (var node in lexicon.HarmlessTexts)
            {
                var text = node.Scalar!;
                var found = reader
                    .Read(text, lexicon.Language)
                    .Mentions.FirstOrDefault(m => Vocabulary.Findings.Contains(m.Observation.Finding) && m.IsCurrent());
                if (found is not null)
                {
                    node.Report(
                        LexiconCodes.HarmlessMatches,
                        $"'{text}' is listed as harmless, but '{found.Phrase}' finds {found.Observation.Finding} in it"
                    );
                }
            }
        }
    }
}
