namespace TriageBot.Host.Commands;

/// <summary>Where a verb reads and writes.</summary>
/// <param name="IsInteractive">True where a person sits at both ends.</param>
internal sealed record Streams(TextReader In, TextWriter Out, TextWriter Error, bool IsInteractive)
{
    public static Streams OfProcess() =>
        new(Console.In, Console.Out, Console.Error, !Console.IsInputRedirected && !Console.IsOutputRedirected);
}
