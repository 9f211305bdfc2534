using TriageBot.Host.Commands;

namespace TriageBot.Host.Tests.Support;

/// <summary>Standard input and outputs of a verb that runs in this process.</summary>
internal sealed class TestConsole
{
    public TestConsole(string input = "") =>
        Streams = new Streams(new StringReader(input), new StringWriter(), new StringWriter(), false);

    public Streams Streams { get; }

    public string Output => Streams.Out.ToString()!;

    public string Error => Streams.Error.ToString()!;
}
