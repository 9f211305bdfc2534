namespace TriageBot.BotFramework.State;

/// <summary>One step of the way from a state's root to a value in it. It becomes text only where a message needs it.</summary>
/// <param name="Name">A property or a key; null for an item of a list.</param>
/// <param name="Index">Of the item.</param>
/// <param name="Above">The step before; null at the root.</param>
internal sealed record StateStep(string? Name, int Index, StateStep? Above)
{
    /// <summary>As in <c>DialogState.stack[0].state</c>; empty at the root.</summary>
    public static string Path(StateStep? step) =>
        step is null ? ""
        : step.Name is null ? $"{Path(step.Above)}[{step.Index}]"
        : step.Above is null ? step.Name
        : $"{Path(step.Above)}.{step.Name}";
}
