using System.Collections.Concurrent;

namespace TriageBot.Records.Storage;

/// <summary>Connections for reading turns, opened as they are needed and kept.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private ConcurrentBag<SqliteTurnReader> idle = [];
    private volatile bool closed;

    public T Use<T>(Func<SqliteTurnReader, T> read)
    {
        var from = idle;
        var reader = from.TryTake(out var kept) ? kept : new SqliteTurnReader(file);
        T found;
        try
        {
            found = read(reader);
        }
        catch
        {
            // It may have lost its file; the next is opened anew.
            reader.Dispose();
            throw;
        }
        Return(from, reader);
        return found;
    }

    /// <summary>Forgets the connections: the file may not be the one that they have open.</summary>
    public void Renew()
    {
        var old = Interlocked.Exchange(ref idle, []);
        while (old.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    public void Dispose()
    {
        closed = true;
        Renew();
    }

    private void Return(ConcurrentBag<SqliteTurnReader> to, SqliteTurnReader reader)
    {
        if (closed || !ReferenceEquals(to, idle))
        {
            reader.Dispose();
        }
        else
        {
            to.Add(reader);
        }
    }
}
