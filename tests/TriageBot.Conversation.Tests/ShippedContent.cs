using TriageBot.Conversation.Organizations;
using TriageBot.Conversation.Phrases;
using TriageBot.Language;
using TriageBot.Protocols;
using TriageBot.Protocols.Findings;

namespace TriageBot.Conversation.Tests;

/// <summary>The files that we ship, read once, with a hospital of its own.</summary>
internal static class ShippedContent
{
    public static Organization Hospital { get; } =
        new()
        {
            Name = "Hill Hospital",
            NurseLine = "4235550100",
            EmergencyNumber = "911",
            CrisisLine = "988",
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
            Hours = new Hours(new TimeOnly(8, 0), new TimeOnly(20, 0)),
            CasesReachANurse = true,
        };

    public static string Folder { get; } = FindFolder();

    private static readonly ProtocolLibrary Protocols = ProtocolLibrary.Load(Path.Combine(Folder, "protocols"));

    private static readonly PhraseLibrary Texts = PhraseLibrary.Load(
        Path.Combine(Folder, "phrases"),
        Protocols.Protocols
    );

    public static PatientReader Reader { get; } =
        new(
            LexiconLibrary.Load(Folder),
            new ReaderThresholds(Protocols.Protocols[0].Thresholds.Fever, Protocols.Protocols[0].Thresholds.SeverePain)
        );

    public static TriageContent Of(Organization hospital) => new(Protocols.Protocols, Texts, Reader, hospital);

    /// <summary>What the text reports.</summary>
    public static IEnumerable<Observation> Heard(string text) =>
        Reader
            .Read(text, "en")
            .Mentions.Select(mention => mention.Observation)
            .Where(o => Vocabulary.IsObservable(o.Finding));

    private static string FindFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TriageBot.sln")))
        {
            folder =
                Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("TriageBot.sln was not found");
        }

        return Path.Combine(folder, "dialogs");
    }
}
