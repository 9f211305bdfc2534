namespace TriageBot.Protocols.Reading;

/// <summary>One mistake in a data file that clinicians own. Codes are permanent: documentation and tests name them.</summary>
/// <param name="File">The file's path below the data directory, with forward slashes.</param>
/// <param name="Line">1-based.</param>
/// <param name="Code">Two letters for the kind of file and three digits: <c>TP014</c>.</param>
/// <param name="Message">What is wrong and what to do, in the words of the file.</param>
public sealed record Defect(string File, int Line, string Code, string Message)
{
    public override string ToString() => $"{File}:{Line} {Code} {Message}";
}

/// <summary>Data files were found unusable; carries every defect, not the first alone.</summary>
public sealed class DefectiveDataException(IReadOnlyList<Defect> defects)
    : Exception(string.Join(Environment.NewLine, defects))
{
    public IReadOnlyList<Defect> Defects { get; } = defects;
}
