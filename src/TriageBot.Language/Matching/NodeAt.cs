namespace TriageBot.Language.Matching;

/// <summary>A place in the automaton: what was said once the words led here, and how it may go on.</summary>
/// <param name="Mask">The bits of all symbols that lead on.</param>
/// <param name="GapTo">The node behind a gap that begins here; 0 where none does.</param>
/// <param name="GapWords">So many words the gap may have.</param>
/// <param name="Entries">Phrases that end here.</param>
/// <param name="Joins">Nodes that are reached together with this one.</param>
internal readonly record struct NodeAt(ulong Mask, int GapTo, int GapWords, int[] Entries, int[] Joins)
{
    public bool LeadsOn => Mask != 0;
}
