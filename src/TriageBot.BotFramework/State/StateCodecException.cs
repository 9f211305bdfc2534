namespace TriageBot.BotFramework.State;

/// <summary>A state holds a value that the codec does not know how to keep, or stored text that it cannot read.</summary>
public sealed class StateCodecException : InvalidOperationException
{
    public StateCodecException(string stateKey, string path, string problem, Exception? innerException = null)
        : base($"State '{stateKey}', at '{path}': {problem}", innerException)
    {
        StateKey = stateKey;
        Path = path;
    }

    /// <summary>The storage key of the whole state.</summary>
    public string StateKey { get; }

    /// <summary>Where in the state, such as <c>DialogState.stack[0].state.options</c>; empty at its root.</summary>
    public string Path { get; }
}
