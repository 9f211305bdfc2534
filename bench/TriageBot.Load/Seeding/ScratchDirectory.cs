namespace TriageBot.Load.Seeding;

/// <summary>A directory that is gone after the run.</summary>
internal sealed class ScratchDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("triagebot-load-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
