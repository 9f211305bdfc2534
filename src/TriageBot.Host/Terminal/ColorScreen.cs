using Spectre.Console;

namespace TriageBot.Host.Terminal;

/// <summary>For a person at a terminal.</summary>
internal sealed class ColorScreen(IAnsiConsole console, TextReader input) : IScreen
{
    private const int Widest = 76;

    public void Show(string text, bool isEmergency)
    {
        var panel = new Panel(new Text(text))
        {
            Border = BoxBorder.Rounded,
            BorderStyle = new Style(isEmergency ? Color.Red : Color.Blue),
            Width = Math.Min(Widest, console.Profile.Width),
        };
        console.Write(panel);
    }

    public void Note(string text) => console.MarkupLineInterpolated($"[grey]{text}[/]");

    public async Task<string?> ReadAsync(CancellationToken stop)
    {
        console.Markup("[bold]You:[/] ");
        // The console reads without regard to async: on this thread the bot could say nothing meanwhile.
        return await Task.Run(() => input.ReadLineAsync(stop).AsTask(), stop);
    }
}
