using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;

namespace TriageBot.Records;

/// <summary>Keeps every protocol that a conversation has begun on, so that it can end on the same text.</summary>
public sealed class ProtocolTexts(RecordsDatabase database, TimeProvider clock)
{
    /// <summary>Keeps the text; one that is there stays as it is, since its name is its hash.</summary>
    public Task SaveAsync(
        string hash,
        string protocol,
        string version,
        string source,
        CancellationToken stop = default
    ) =>
        database.WriteTurnAsync(
            async (ledger, cancelled) =>
            {
                var row = new ProtocolTextRow
                {
                    Hash = hash,
                    ProtocolId = protocol,
                    Version = version,
                    Source = source,
                    SavedAt = clock.GetUtcNow(),
                };
                await ledger.KeepProtocolText(row, cancelled);
                return true;
            },
            stop
        );

    public async Task<ProtocolTextRow?> LoadAsync(string hash, CancellationToken stop = default)
    {
        using var records = database.OpenForReading();
        return await records.ProtocolTexts.SingleOrDefaultAsync(text => text.Hash == hash, stop);
    }
}
