namespace TriageBot.Host.Tests.Support;

/// <summary>Timers that go off when a test says so, and never by themselves.</summary>
internal sealed class TimersOnCall : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<Timer> timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Lets all timers that are set go off.</summary>
    public void Fire()
    {
        Timer[] due;
        lock (gate)
        {
            due = [.. timers];
        }

        Array.ForEach(due, timer => timer.GoOff());
    }

    private sealed class Timer(TimersOnCall owner, Action goOff) : ITimer
    {
        public void GoOff() => goOff();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (owner.gate)
            {
                owner.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
