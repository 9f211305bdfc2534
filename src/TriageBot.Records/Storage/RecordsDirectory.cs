namespace TriageBot.Records.Storage;

/// <summary>Decides where the data lies, and refuses a place where a build would sweep it away.</summary>
public static class RecordsDirectory
{
    /// <summary>
    /// <paramref name="configured"/>, else <paramref name="stateDirectory"/> (systemd's <c>$STATE_DIRECTORY</c>, whose
    /// first entry counts), else <c>data</c> under <paramref name="workingDirectory"/>.
    /// </summary>
    /// <exception cref="RecordsException">The place lies under a <c>bin</c> directory.</exception>
    public static string Choose(string? configured, string? stateDirectory, string workingDirectory)
    {
        var chosen =
            Filled(configured) ?? Filled(stateDirectory?.Split(':')[0]) ?? Path.Combine(workingDirectory, "data");
        var path = Path.GetFullPath(chosen, workingDirectory);
        return LiesUnderBin(path)
            ? throw new RecordsException(
                $"The records would lie in {path}, where the next build may delete them. "
                    + "Set Records:Directory to another place, or start the program from another directory."
            )
            : path;
    }

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static bool LiesUnderBin(string path) =>
        path.Split(Path.DirectorySeparatorChar).Contains("bin", StringComparer.OrdinalIgnoreCase);
}
