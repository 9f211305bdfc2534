namespace TriageBot.Records.Turns;

/// <summary>Thrown by a failpoint that a test armed.</summary>
public sealed class FailpointException : Exception
{
    public FailpointException() { }

    public FailpointException(string message)
        : base(message) { }

    public FailpointException(string message, Exception innerException)
        : base(message, innerException) { }
}
