namespace TriageBot.Language.Lexicons;

/// <summary>
/// A finding that words make wherever a sentence has all of them near each other, in any order and over commas: "my chest,
/// well, what can I say, it hurts".
/// </summary>
/// <param name="Finding">What they make.</param>
/// <param name="Parts">
/// The entries of the words. The first is what the others speak of (a part of the body), and may belong to another finding
/// too; the others must be free.
/// </param>
internal sealed record Nearness(Entry.Finding Finding, int[] Parts);
