namespace TriageBot.Host.Terminal;

/// <summary>For pipes and files: what the person wrote stands behind an arrow, a message ends with an empty line.</summary>
internal sealed class PlainScreen(TextReader input, TextWriter output) : IScreen
{
    public void Show(string text, bool isEmergency)
    {
        output.WriteLine(text);
        output.WriteLine();
    }

    public void Note(string text) => Show(text, false);

    public async Task<string?> ReadAsync(CancellationToken stop)
    {
        var line = await input.ReadLineAsync(stop);
        if (line is not null)
        {
            await output.WriteLineAsync($"> {line}");
            await output.WriteLineAsync();
        }

        return line;
    }
}
