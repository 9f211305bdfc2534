namespace TriageBot.Records.Storage;

/// <summary>The records cannot be used as they are; the message says to the operator what to do.</summary>
public sealed class RecordsException : Exception
{
    public RecordsException() { }

    public RecordsException(string message)
        : base(message) { }

    public RecordsException(string message, Exception innerException)
        : base(message, innerException) { }
}
