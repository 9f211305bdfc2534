using System.Globalization;
using TriageBot.Protocols.Routes;
using Route = TriageBot.Protocols.Routes.Route;

namespace TriageBot.Host.Charts;

/// <summary>A route as it is drawn: told apart by colour, by the form of its frame, and by its words.</summary>
internal sealed record Chip(string Label, string Style, string TextStyle, double Round)
{
    public const double Height = 24;

    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public static Chip GoesOn { get; } =
        new("goes on", "fill=\"#fff\" stroke=\"#777\" stroke-width=\"1.2\"", "fill=\"#333\"", 12);

    public static Chip SelfCare { get; } =
        new("SELF-CARE", "fill=\"#1B6B45\" stroke=\"#0B3B26\" stroke-width=\"1.2\"", White, 12);

    private const string White = "fill=\"#fff\" font-weight=\"bold\"";

    public static Chip Of(Disposition? disposition) =>
        disposition switch
        {
            null => GoesOn,
            { Route: Route.Emergency } => new(
                "EMERGENCY",
                "fill=\"#A3161A\" stroke=\"#000\" stroke-width=\"3\"",
                White,
                0
            ),
            { Route: Route.Callback, Within: { } within } when within <= Soon => new(
                $"CALLBACK {Hours(within)}",
                "fill=\"#F5B041\" stroke=\"#5A3A00\" stroke-width=\"2\"",
                "fill=\"#000\" font-weight=\"bold\"",
                3
            ),
            { Route: Route.Callback, Within: { } within } => new(
                $"CALLBACK {Hours(within)}",
                "fill=\"#FFF3C4\" stroke=\"#5A3A00\" stroke-width=\"1.6\" stroke-dasharray=\"6 3\"",
                "fill=\"#000\"",
                3
            ),
            _ => SelfCare,
        };

    public void Draw(Svg svg, double x, double y, double width)
    {
        svg.Box(x, y, width, Height, Style, Round);
        svg.Text(x + (width / 2), y + 17, 14, Label, $"text-anchor=\"middle\" {TextStyle}");
    }

    private static string Hours(TimeSpan within) =>
        within.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{within.TotalHours:0.#} h")
            : string.Create(CultureInfo.InvariantCulture, $"{within.TotalMinutes:0} min");
}
