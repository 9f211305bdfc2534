namespace TriageBot.Load.Traffic;

/// <summary>Says who writes next, and what.</summary>
internal interface ICast
{
    /// <param name="patient">The number of the connection.</param>
    /// <param name="played">How many scripts it has played.</param>
    (string Conversation, Script Script) Next(int patient, int played);
}

/// <summary>Everybody who writes is new.</summary>
internal sealed class FreshCast : ICast
{
    public (string Conversation, Script Script) Next(int patient, int played) =>
        ($"fresh-{patient}-{played}", Script.Mix[(patient + played) % Script.Mix.Count]);
}

/// <summary>A cast whose conversations are in the database before it begins.</summary>
internal interface ISeededCast : ICast
{
    /// <summary>Conversations to store; each is as after the opening.</summary>
    int Conversations { get; }

    /// <summary>Messages to add to each conversation's transcript.</summary>
    int Messages { get; }
}

/// <summary>Patients go on with stored conversations, each once, all over the database.</summary>
internal sealed class StoredCast(int count) : ISeededCast
{
    private const long Stride = 7_368_787;
    private long next = -1;

    public int Conversations => count;

    public int Messages => 0;

    public (string Conversation, Script Script) Next(int patient, int played)
    {
        var turn = Interlocked.Increment(ref next);
        return turn < count
            ? (Name(turn * Stride % count), Script.Rest)
            // All have been played: they begin again.
            : (Name(turn * Stride % count), Script.Again);
    }

    public static string Name(long number) => $"stored-{number}";
}

/// <summary>The same few patients write again and again.</summary>
internal sealed class StandingCast(int patients, int messages) : ISeededCast
{
    public int Conversations => patients;

    public int Messages => messages;

    public (string Conversation, Script Script) Next(int patient, int played) =>
        (StoredCast.Name(patient), played == 0 ? Script.Rest : Script.Again);
}
