namespace TriageBot.Host.Worked;

/// <summary>A clock that stands until the conversation moves it. Limits on real work run in real time.</summary>
internal sealed class WorkedClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now;

    public void SetTo(DateTimeOffset time) => now = time;
}
