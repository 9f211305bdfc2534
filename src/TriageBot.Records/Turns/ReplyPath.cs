namespace TriageBot.Records.Turns;

/// <summary>How the replies of a turn reach the patient.</summary>
internal enum ReplyPath
{
    /// <summary>Sent after the commit.</summary>
    Pushed,

    /// <summary>In the body of the answer, and nowhere else.</summary>
    InResponse,

    /// <summary>The client fetches them from the transcript.</summary>
    Fetched,
}
