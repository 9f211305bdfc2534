using System.Diagnostics;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework;

/// <summary>Writes activities to the trace listeners of a debugger or a test.</summary>
/// <param name="traceActivity">True: the whole activity as JSON; false: type and text only.</param>
public class TraceTranscriptLogger(bool traceActivity) : ITranscriptLogger
{
    public TraceTranscriptLogger()
        : this(true) { }

    public Task LogActivityAsync(IActivity activity)
    {
        BotAssert.ActivityNotNull(activity);
        var line = traceActivity
            ? BotJson.Write((Activity)activity)
            : $"{activity.From?.Name ?? activity.From?.Id} [{activity.Type}] {activity.AsMessageActivity()?.Text}";
        Trace.WriteLine(line);
        return Task.CompletedTask;
    }
}
