namespace TriageBot.Host.Storage;

/// <summary>A file that nobody but the host's own user may read.</summary>
internal static class PrivateFile
{
    /// <summary>Writes it anew, and returns when it is on disk.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // One that is there already would keep the rights that it has.
        File.Delete(path);
        using var file = new FileStream(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
