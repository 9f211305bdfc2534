using System.Runtime.InteropServices;

namespace TriageBot.Language.Matching;

/// <summary>A place in the automaton: what was said once the words led here, and how it may go on.</summary>
/// <param name="Mask">The bits of all symbols that lead on.</param>
/// <param name="Edges">The edges that lead on, by symbol.</param>
/// <param name="Need">A symbol that every phrase needs which goes on from here; 0 where there is none.</param>
/// <param name="AlsoNeed">Another one.</param>
/// <param name="GapTo">The node behind a gap that begins here; 0 where none does.</param>
/// <param name="GapWords">So many words the gap may have.</param>
/// <param name="Entries">Phrases that end here.</param>
/// <param name="Joins">Nodes that are reached together with this one.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NodeAt(
    ulong Mask,
    Slice Edges,
    int Need,
    int AlsoNeed,
    int GapTo,
    int GapWords,
    Slice Entries,
    Slice Joins
)
{
    public bool LeadsOn => Mask != 0;
}

/// <summary>A part of a list that all nodes share.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Slice(int Start, int Count)
{
    public ReadOnlySpan<T> Of<T>(T[] all) => all.AsSpan(Start, Count);
}

/// <summary>Where a symbol leads.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Edge(int Symbol, int Target);

/// <summary>All nodes of an automaton, and the lists that they have parts of. The root is the first.</summary>
internal sealed record Graph(NodeAt[] Nodes, Edge[] Edges, int[] Entries, int[] Joins);
