using Microsoft.EntityFrameworkCore;

namespace TriageBot.Records.Model;

/// <summary>The tables in SQLite.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : RecordsContext(options);
