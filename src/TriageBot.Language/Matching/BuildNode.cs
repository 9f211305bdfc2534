namespace TriageBot.Language.Matching;

/// <summary>A place in an automaton that is being built.</summary>
internal sealed class BuildNode
{
    /// <summary>Phrases that end here; null where none does.</summary>
    public int[]? Entries { get; set; }

    /// <summary>Nodes that are reached together with this one: those behind the choices that end here.</summary>
    public List<int>? Joins { get; set; }

    /// <summary>The same, and those that are reached together with them.</summary>
    public int[] Reached { get; set; } = [];

    /// <summary>Where the classes that may stand here lead.</summary>
    public List<Joint>? Choices { get; set; }

    public int GapTo { get; set; }

    public int GapWords { get; set; }
}

/// <summary>The node behind a choice.</summary>
internal sealed record Joint(Choice Choice, int To);

/// <summary>What may stand at one place of a phrase: single words as one symbol, and longer wordings.</summary>
internal sealed class Choice
{
    public required int? Single { get; init; }

    public required List<Part[]> Longer { get; init; }

    public required bool MayBeLeftOut { get; set; }

    /// <summary>True where it has a name: then it leads to the same node for all phrases that use it.</summary>
    public bool IsClass { get; set; }
}
