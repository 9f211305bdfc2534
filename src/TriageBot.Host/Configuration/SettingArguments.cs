namespace TriageBot.Host.Configuration;

/// <summary>
/// Takes settings out of a command line: <c>--Organization:Name="Hill Hospital"</c>, <c>--Failpoints x</c>. They are told
/// from a verb's own options by a capital letter or a colon in the name.
/// </summary>
internal static class SettingArguments
{
    public static (string[] Verb, string[] Settings) Split(IReadOnlyList<string> arguments)
    {
        var verb = new List<string>();
        var settings = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!IsSetting(arguments[i]))
            {
                verb.Add(arguments[i]);
            }
            else if (arguments[i].Contains('=', StringComparison.Ordinal) || i + 1 == arguments.Count)
            {
                settings.Add(arguments[i]);
            }
            else
            {
                settings.Add($"{arguments[i]}={arguments[++i]}");
            }
        }

        return ([.. verb], [.. settings]);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var name = argument[2..].Split('=')[0];
        return name.Length > 0 && (char.IsAsciiLetterUpper(name[0]) || name.Contains(':', StringComparison.Ordinal));
    }
}
