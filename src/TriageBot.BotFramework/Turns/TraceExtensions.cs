using System.Runtime.CompilerServices;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.TraceExtensions;

/// <summary>Sends notes for developers.</summary>
public static class ITurnContextExtensions
{
    public static Task<ResourceResponse> TraceActivityAsync(
        this ITurnContext turnContext,
        string name,
        object? value = null,
        string? valueType = null,
        [CallerMemberName] string? label = null,
        CancellationToken cancellationToken = default
    ) =>
        turnContext.SendActivityAsync(
            turnContext.Activity.CreateTrace(name, value, valueType, label),
            cancellationToken
        );
}
