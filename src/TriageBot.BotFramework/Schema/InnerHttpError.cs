namespace TriageBot.BotFramework.Schema;

/// <summary>A failed answer of a service.</summary>
public class InnerHttpError(int? statusCode = null, object? body = null)
{
    public InnerHttpError()
        : this(null, null) { }

    public int? StatusCode { get; set; } = statusCode;

    public object? Body { get; set; } = body;
}
