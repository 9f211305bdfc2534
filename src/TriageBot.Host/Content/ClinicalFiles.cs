using TriageBot.Conversation.Phrases;
using TriageBot.Language;
using TriageBot.Protocols;
using TriageBot.Protocols.Reading;

namespace TriageBot.Host.Content;

/// <summary>All that clinicians own, read and checked in one go.</summary>
/// <param name="Defects">Every mistake in every file. Where there is one, nothing of this may run.</param>
internal sealed record ClinicalFiles(
    ProtocolLibrary Protocols,
    LexiconLibrary Lexicons,
    PhraseLibrary Phrases,
    IReadOnlyList<Defect> Defects
)
{
    /// <summary>The one door to the files: what is not found here is not found before a patient finds it.</summary>
    public static ClinicalFiles Read(string directory)
    {
        var files = DialogFiles.In(directory);
        // The lexicons take as long as the rest together, and need nothing of it.
        var misspelt = new List<Defect>();
        var reading = Task.Run(() => LexiconLibrary.Read(files.Lexicons, misspelt));
        var (protocols, wrong) = ProtocolLibrary.Read(files.Protocols);
        var defects = wrong.Select(defect => defect with { File = $"protocols/{defect.File}" }).ToList();
        var ofPhrases = new List<Defect>();
        var phrases = PhraseLibrary.Read(files.Phrases, protocols.Protocols, ofPhrases);
        var lexicons = reading.GetAwaiter().GetResult();
        defects.AddRange([.. misspelt, .. ofPhrases]);
        return new ClinicalFiles(protocols, lexicons, phrases, defects);
    }

    /// <summary>Protocols that no clinician has signed.</summary>
    public IEnumerable<Protocol> Drafts => Protocols.Protocols.Where(p => p.Review.Status == ReviewStatus.Draft);

    /// <summary>Protocols whose signature has run out.</summary>
    public IEnumerable<Protocol> Overdue(DateOnly today) =>
        Protocols.Protocols.Where(p => p.Review.ReviewDue is { } due && due < today);

    public PatientReader Reader()
    {
        var thresholds = Protocols.Protocols[0].Thresholds;
        return new PatientReader(Lexicons, new ReaderThresholds(thresholds.Fever, thresholds.SeverePain));
    }
}
