using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TriageBot.Records.Storage;

/// <summary>
/// One statement, parsed and planned once and run again and again. Values are bound in the order of the question marks.
/// It goes past ADO.NET, whose command costs as much as the statement itself.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private int bound;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public SqliteStatement Bind(string? value)
    {
        bound++;
        Check(value is null ? raw.sqlite3_bind_null(statement, bound) : BindText(value));
        return this;
    }

    public SqliteStatement Bind(long value)
    {
        Check(raw.sqlite3_bind_int64(statement, ++bound, value));
        return this;
    }

    public SqliteStatement Bind(long? value)
    {
        if (value is { } number)
        {
            return Bind(number);
        }
        Check(raw.sqlite3_bind_null(statement, ++bound));
        return this;
    }

    public SqliteStatement Bind(DateTimeOffset time) => Bind(time.ToUnixTimeMilliseconds());

    public SqliteStatement Bind(DateTimeOffset? time) => Bind(time?.ToUnixTimeMilliseconds());

    /// <summary>Goes to the next row. False after the last, and then the statement is ready to be bound again.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }
        Reset();
        if (result != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
        return false;
    }

    /// <summary>Runs a statement that gives no rows, and returns how many it changed.</summary>
    public int Run()
    {
        while (Step()) { }
        return raw.sqlite3_changes(database);
    }

    /// <summary>Leaves the rows that are not wanted.</summary>
    public void Reset()
    {
        raw.sqlite3_reset(statement);
        bound = 0;
    }

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column));

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public void Dispose() => statement.Dispose();

    // SQLite takes a copy, so the bytes are needed for the call alone.
    private int BindText(string value)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, bytes);
        var result = raw.sqlite3_bind_text(statement, bound, bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
        return result;
    }

    private bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }
}
