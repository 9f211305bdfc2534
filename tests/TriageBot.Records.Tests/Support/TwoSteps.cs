using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TriageBot.Records.Tests.Support;

/// <summary>A program with one migration, and the next version of it with two.</summary>
public static class TwoSteps
{
    public static DbContext On<T>(SqliteConnection connection)
        where T : DbContext =>
        (T)Activator.CreateInstance(typeof(T), new DbContextOptionsBuilder<T>().UseSqlite(connection).Options)!;
}

public sealed class FirstStep(DbContextOptions<FirstStep> options) : DbContext(options);

public sealed class BothSteps(DbContextOptions<BothSteps> options) : DbContext(options);

[DbContext(typeof(FirstStep))]
[Migration("20260101000000_First")]
public sealed class FirstAlone : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("CREATE TABLE words (word TEXT);");
}

[DbContext(typeof(BothSteps))]
[Migration("20260101000000_First")]
public sealed class FirstOfBoth : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("CREATE TABLE words (word TEXT);");
}

[DbContext(typeof(BothSteps))]
[Migration("20260201000000_Second")]
public sealed class SecondOfBoth : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("ALTER TABLE words ADD COLUMN language TEXT DEFAULT 'en';");
        migrationBuilder.Sql("CREATE TABLE letters (letter TEXT);");
    }
}
