namespace TriageBot.BotFramework.Schema;

/// <summary>What went wrong, for programs and for people.</summary>
public class Error(string? code = null, string? message = null, InnerHttpError? innerHttpError = null)
{
    public Error()
        : this(null, null, null) { }

    public string? Code { get; set; } = code;

    public string? Message { get; set; } = message;

    /// <summary>The answer of the service behind, where that failed.</summary>
    public InnerHttpError? InnerHttpError { get; set; } = innerHttpError;
}
