using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace TriageBot.Host.Connector.Tokens;

/// <summary>
/// An issuer's keys, read from its OpenID document and kept. One request at a time asks for them, and whoever needs
/// them meanwhile waits for that one.
/// </summary>
internal sealed class SigningKeys(Uri metadata, IDocumentRetriever documents, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(24);

    // Longer than an outage of the issuer, shorter than anybody would keep a key that has leaked.
    private static readonly TimeSpan UsableFor = TimeSpan.FromDays(5);
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(10);

    // A key id costs a sender nothing to make up.
    private static readonly TimeSpan BetweenUnknownKeys = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(5);

    private readonly OpenIdConnectConfigurationRetriever retriever = new();
    private readonly Lock gate = new();
    private volatile KeySet? known;
    private Task? asking;
    private DateTimeOffset failedAt = DateTimeOffset.MinValue;
    private DateTimeOffset askedForUnknownAt = DateTimeOffset.MinValue;

    /// <summary>The key of that id, null where the issuer has none.</summary>
    /// <exception cref="KeysUnavailableException">The issuer cannot be asked now.</exception>
    public async ValueTask<SigningKey?> FindAsync(string id, CancellationToken stop)
    {
        var keys = known;
        var age = keys is null ? TimeSpan.MaxValue : clock.GetUtcNow() - keys.ReadAt;
        if (age >= UsableFor)
        {
            await Ask(forUnknown: false).WaitAsync(stop);
            keys = known;
            if (keys is null || clock.GetUtcNow() - keys.ReadAt >= UsableFor)
            {
                throw new KeysUnavailableException();
            }
        }
        else if (!keys!.Keys.ContainsKey(id))
        {
            await Ask(forUnknown: true).WaitAsync(stop);
            keys = known!;
        }
        else if (age >= FreshFor)
        {
            _ = Ask(forUnknown: false);
        }

        return keys.Keys.GetValueOrDefault(id);
    }

    private Task Ask(bool forUnknown)
    {
        lock (gate)
        {
            if (asking is { IsCompleted: false })
            {
                return asking;
            }

            var now = clock.GetUtcNow();
            if (now - failedAt < BetweenFailures || (forUnknown && now - askedForUnknownAt < BetweenUnknownKeys))
            {
                return Task.CompletedTask;
            }

            askedForUnknownAt = forUnknown ? now : askedForUnknownAt;
            return asking = Read();
        }
    }

    private async Task Read()
    {
        using var limit = new CancellationTokenSource(AskLimit, clock);
        try
        {
            await Task.Yield();
            var found = await ((IConfigurationRetriever<OpenIdConnectConfiguration>)retriever)
                .GetConfigurationAsync(metadata.AbsoluteUri, documents, limit.Token)
                .WaitAsync(limit.Token);
            known = KeySet.Of(found, clock.GetUtcNow());
        }
        catch (Exception problem)
        {
            failedAt = clock.GetUtcNow();
            log.LogError(
                "The signing keys at {Address} could not be read: {Problem}",
                metadata,
                problem.GetType().Name
            );
        }
    }
}

/// <summary>A token cannot be checked now, whatever it is.</summary>
internal sealed class KeysUnavailableException() : Exception("The issuer's signing keys cannot be read now.");
