namespace TriageBot.Load.Traffic;

/// <summary>Says who writes next, and what.</summary>
internal interface ICast
{
    /// <param name="patient">The number of the connection.</param>
    /// <param name="played">How many scripts it has played.</param>
    /// <returns>Also the activity id of the question that the first text answers; empty where it answers none.</returns>
    (string Conversation, Script Script, string Question) Next(int patient, int played);
}

/// <summary>Everybody who writes is new.</summary>
internal sealed class FreshCast : ICast
{
    public (string Conversation, Script Script, string Question) Next(int patient, int played) =>
        ($"fresh-{patient}-{played}", Script.Mix[(patient + played) % Script.Mix.Count], "");
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

    public (string Conversation, Script Script, string Question) Next(int patient, int played)
    {
        var turn = Interlocked.Increment(ref next);
        var number = turn * Stride % count;
        return turn < count
            ? (Name(number), Script.Rest, QuestionOf(number))
            // All have been played: they begin again.
            : (Name(number), Script.Again, "");
    }

    /// <summary>The opening is the transcript's first message, the greeting its second, the question its third.</summary>
    public static string QuestionOf(long number) => $"{number:x32}|0000003";

    public static string Name(long number) => $"stored-{number}";
}

/// <summary>The same few patients write again and again.</summary>
internal sealed class StandingCast(int patients, int messages) : ISeededCast
{
    public int Conversations => patients;

    public int Messages => messages;

    public (string Conversation, Script Script, string Question) Next(int patient, int played) =>
        played == 0
            ? (StoredCast.Name(patient), Script.Rest, StoredCast.QuestionOf(patient))
            : (StoredCast.Name(patient), Script.Again, "");
}
