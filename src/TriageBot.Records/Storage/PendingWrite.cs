using System.Runtime.ExceptionServices;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Storage;

/// <summary>A write in the queue. Its caller hears nothing before the commit that it is part of is on disk.</summary>
internal abstract class PendingWrite(CancellationToken cancelled)
{
    protected ExceptionDispatchInfo? Problem { get; private set; }

    public CancellationToken Cancelled { get; } = cancelled;

    public abstract Task Run(TurnLedger ledger);

    /// <summary>Notes that this write alone failed; its caller hears of it with the others.</summary>
    public void Fault(Exception problem) => Problem = ExceptionDispatchInfo.Capture(problem);

    public abstract void Finish();

    public abstract void Fail(Exception problem);
}

internal sealed class PendingWrite<T>(Func<TurnLedger, CancellationToken, Task<T>> work, CancellationToken cancelled)
    : PendingWrite(cancelled)
{
    private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? value;

    public Task<T> Result => source.Task;

    public override async Task Run(TurnLedger ledger) => value = await work(ledger, Cancelled);

    public override void Finish()
    {
        if (Problem is null)
        {
            source.SetResult(value!);
        }
        else
        {
            source.SetException(Problem.SourceException);
        }
    }

    public override void Fail(Exception problem) => source.SetException(Problem?.SourceException ?? problem);
}
