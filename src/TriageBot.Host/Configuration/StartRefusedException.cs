namespace TriageBot.Host.Configuration;

/// <summary>The program cannot begin as it is configured; carries everything that is wrong, each with what to do.</summary>
internal sealed class StartRefusedException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
