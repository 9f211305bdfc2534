using TriageBot.Records.Storage;

namespace TriageBot.Host.Storage;

/// <summary>
/// Held by the one process that writes to a data directory. The operating system lets go of it when the process dies,
/// however it dies.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    private const string FileName = "host.lock";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream file;

    private DirectoryLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock, or returns null where another process has it. Makes the directory where there is none.</summary>
    /// <exception cref="RecordsException">The directory cannot be written to.</exception>
    public static DirectoryLock? TryTake(string directory)
    {
        try
        {
            if (!Directory.Exists(directory))
            {
                Make(directory);
            }

            return new DirectoryLock(
                new FileStream(
                    Path.Combine(directory, FileName),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (IOException) when (File.Exists(Path.Combine(directory, FileName)))
        {
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RecordsException(
                $"Cannot write to {directory}: {problem.Message} Give this user the right, or set Records:Directory.",
                problem
            );
        }
    }

    public void Dispose() => file.Dispose();

    private static void Make(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            // What patients wrote is nobody else's to read.
            Directory.CreateDirectory(directory, OwnerOnly);
        }
    }
}
