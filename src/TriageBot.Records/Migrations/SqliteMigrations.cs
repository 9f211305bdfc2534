namespace TriageBot.Records.Migrations;

/// <summary>The migrations by name: a start looks at this list and leaves Entity Framework where it is.</summary>
internal static class SqliteMigrations
{
    /// <summary>The oldest first. A test compares it with the classes beside it.</summary>
    public static IReadOnlyList<string> All { get; } = ["20261122073438_Initial", "20261122101543_Patients"];

    /// <summary>Makes in a new database what all of them make. A test compares it with what they make.</summary>
    public static string Script()
    {
        using var stream = typeof(SqliteMigrations).Assembly.GetManifestResourceStream("Migrations.NewDatabase.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
