namespace TriageBot.Language.Tests;

/// <summary>The evaluation's files: in the folder that TRIAGEBOT_EVALUATION names, or in ../shared/evaluation beside the repository.</summary>
internal static class EvaluationFiles
{
    /// <summary>The path of a file, or null where the evaluation is not there.</summary>
    public static string? Find(string name)
    {
        if (Environment.GetEnvironmentVariable("TRIAGEBOT_EVALUATION") is { Length: > 0 } folder)
        {
            return Path.Combine(folder, name);
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "TriageBot.sln")))
            {
                var beside = Path.Combine(at.FullName, "..", "shared", "evaluation", name);
                return File.Exists(beside) ? beside : null;
            }
        }

        return null;
    }
}
