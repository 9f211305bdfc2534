namespace TriageBot.Host.Connector;

/// <summary>An error in the form that the Bot Connector uses: <c>{"error":{"code":…,"message":…}}</c>.</summary>
internal sealed record ErrorAnswer(ErrorDetail Error)
{
    public static IResult Of(int status, string code, string message) =>
        Results.Json(new ErrorAnswer(new ErrorDetail(code, message)), statusCode: status);
}

/// <param name="Code">For programs.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record ErrorDetail(string Code, string Message);
