namespace TriageBot.Language.Matching;

/// <summary>A place in the automaton: what was said once the words led here, and how it may go on.</summary>
/// <param name="Mask">The bits of all symbols that lead on.</param>
/// <param name="FirstEdge">Index of the first of the edges that lead on, which stand side by side.</param>
/// <param name="EdgeCount">So many they are.</param>
/// <param name="Need">A symbol that every phrase needs which goes on from here; 0 where there is none.</param>
/// <param name="AlsoNeed">Another one.</param>
/// <param name="GapTo">The node behind a gap that begins here; 0 where none does.</param>
/// <param name="GapWords">So many words the gap may have.</param>
/// <param name="Entries">Phrases that end here.</param>
/// <param name="Joins">Nodes that are reached together with this one.</param>
internal readonly record struct NodeAt(
    ulong Mask,
    int FirstEdge,
    int EdgeCount,
    int Need,
    int AlsoNeed,
    int GapTo,
    int GapWords,
    int[] Entries,
    int[] Joins
)
{
    public bool LeadsOn => Mask != 0;
}

/// <summary>Where a symbol leads.</summary>
internal readonly record struct Edge(int Symbol, int Target);
