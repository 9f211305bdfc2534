namespace TriageBot.Records.Tests.Support;

public sealed class TempDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("triagebot-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
