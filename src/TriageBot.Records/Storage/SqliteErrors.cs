namespace TriageBot.Records.Storage;

/// <summary>The primary result codes of SQLite that this program tells apart.</summary>
internal static class SqliteErrors
{
    public const int Busy = 5;
    public const int Locked = 6;
    public const int NoMemory = 7;
    public const int InputOutput = 10;
    public const int Full = 13;
    public const int Constraint = 19;
    public const int UniqueConstraint = 2067;
    public const int PrimaryKeyConstraint = 1555;
}
