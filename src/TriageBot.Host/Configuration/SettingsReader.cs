using System.Globalization;

namespace TriageBot.Host.Configuration;

/// <summary>
/// Reads settings and collects what is wrong with them, so that an operator corrects all of it in one go. A problem names
/// the key and what to write there, never the value: it may be a secret.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    public bool IsDevelopment { get; } = environment.IsDevelopment();

    public void Report(string key, string whatToDo) => problems.Add($"{key} {whatToDo}");

    public string? Optional(string key) =>
        configuration[key] is { } text && text.Trim() is { Length: > 0 } said ? said : null;

    /// <summary>What the entries of a section are called.</summary>
    public IReadOnlyList<string> Names(string section) =>
        [.. configuration.GetSection(section).GetChildren().Select(child => child.Key)];

    /// <summary>One text, or several as <c>Key:0</c>, <c>Key:1</c>; none where it is not set.</summary>
    public IReadOnlyList<string> Several(string key) =>
        Optional(key) is { } one ? [one] : [.. Names(key).Select(name => Optional($"{key}:{name}")).OfType<string>()];

    /// <summary>Origins of pages elsewhere, one or <see cref="Several"/>; none where it is not set.</summary>
    public IReadOnlyList<string> Origins(string key)
    {
        var origins = Several(key);
        if (!origins.All(IsOrigin))
        {
            Report(key, "must be an origin without a path, as https://portal.example.org; several as :0, :1.");
        }

        return [.. origins.Select(origin => origin.TrimEnd('/'))];
    }

    /// <summary>A whole number; <paramref name="otherwise"/> where it is not set.</summary>
    public int Number(string key, int otherwise, int least, int most)
    {
        if (Optional(key) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Report(key, $"must be a whole number from {least} to {most}.");
        return otherwise;
    }

    /// <summary>A text that must be there; empty, with a problem, where it is not.</summary>
    public string Text(string key, string whatToSet)
    {
        if (Optional(key) is { } text)
        {
            return text;
        }

        Report(key, $"is missing. Set it to {whatToSet}.");
        return "";
    }

    /// <summary>A number to dial: digits only, so that it is the same in every text and every link.</summary>
    public string Digits(string key, string whatToSet, int least, int most)
    {
        var text = Text(key, whatToSet);
        if (text.Length > 0 && (text.Length < least || text.Length > most || !text.All(char.IsAsciiDigit)))
        {
            Report(key, $"must be {whatToSet}.");
        }

        return text;
    }

    /// <summary><c>true</c> or <c>false</c>; false where it is not set.</summary>
    public bool Flag(string key)
    {
        if (Optional(key) is not { } text)
        {
            return false;
        }

        if (!bool.TryParse(text, out var flag))
        {
            Report(key, "must be true or false.");
        }

        return flag;
    }

    public T Parsed<T>(string key, string whatToSet, Func<string, T?> parse)
        where T : struct
    {
        var text = Text(key, whatToSet);
        if (text.Length > 0 && parse(text) is { } value)
        {
            return value;
        }

        if (text.Length > 0)
        {
            Report(key, $"must be {whatToSet}.");
        }

        return default;
    }

    public TimeOnly Time(string key, string whatToSet) =>
        Parsed<TimeOnly>(
            key,
            whatToSet,
            text =>
                TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                    ? time
                    : null
        );

    public DateOnly Date(string key, string whatToSet) =>
        Parsed<DateOnly>(
            key,
            whatToSet,
            text =>
                DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                )
                    ? date
                    : null
        );

    /// <summary>An absolute http or https address, or null.</summary>
    public Uri? Address(string key)
    {
        if (Optional(key) is not { } text)
        {
            return null;
        }

        if (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        )
        {
            return address;
        }

        Report(key, "must be an address that begins with http:// or https://.");
        return null;
    }

    // Browsers write origins in small letters, and policies compare what they are given letter by letter.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.GetLeftPart(UriPartial.Authority) == text.TrimEnd('/');

    /// <summary>Reports every key of a section that this program does not know: a misspelt setting must not be silence.</summary>
    public void RejectOtherKeys(string section, params string[] known)
    {
        foreach (var child in configuration.GetSection(section).GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                Report(child.Path, $"is not a setting. Known in {section} are: {string.Join(", ", known)}.");
            }
        }
    }
}
