using System.Text.RegularExpressions;

namespace TriageBot.Host.Chat;

/// <summary>Fills <c>{names}</c> of a page with markup that is ready to stand in it.</summary>
internal static partial class PageTemplate
{
    /// <exception cref="KeyNotFoundException">The page names something that is not given.</exception>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values) =>
        Name().Replace(template, match => values[match.Groups[1].Value]);

    [GeneratedRegex(@"\{([a-z-]+)\}")]
    private static partial Regex Name();
}
