namespace TriageBot.Host.Content;

/// <summary>The folders that one set of clinical files is read from.</summary>
/// <param name="Protocols">Holds the protocols.</param>
/// <param name="Lexicons">Holds <c>red-flags.yaml</c> and <c>lexicon/</c>.</param>
/// <param name="Phrases">Holds <c>en.yaml</c>, <c>es.yaml</c> …</param>
internal sealed record DialogFiles(string Protocols, string Lexicons, string Phrases)
{
    /// <summary>
    /// A directory cut like <c>dialogs/</c>, or one of protocols alone. A hospital that writes its own protocols need not
    /// copy all texts: each part that is not there is the shipped one.
    /// </summary>
    public static DialogFiles In(string directory)
    {
        var shipped = ContentSettings.Shipped;
        var protocols = Path.Combine(directory, "protocols");
        var phrases = Path.Combine(directory, "phrases");
        return new DialogFiles(
            Directory.Exists(protocols) ? protocols
                : HoldsProtocols(directory) ? directory
                : Path.Combine(shipped, "protocols"),
            Directory.Exists(Path.Combine(directory, "lexicon")) ? directory : shipped,
            Directory.Exists(phrases) ? phrases : Path.Combine(shipped, "phrases")
        );
    }

    private static bool HoldsProtocols(string directory) =>
        Directory.Exists(directory) && Directory.EnumerateFiles(directory, "*.yaml").Any();
}
