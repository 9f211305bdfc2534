namespace TriageBot.Host.Tests.Support;

/// <summary>Sets a variable of this process's environment until it is disposed.</summary>
internal sealed class ProcessVariable : IDisposable
{
    private readonly string name;

    public ProcessVariable(string name, string value)
    {
        this.name = name;
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose() => Environment.SetEnvironmentVariable(name, null);
}
