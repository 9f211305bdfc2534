namespace TriageBot.BotFramework.Tests.Hosting;

/// <summary>A unit that keeps in lists what a database would commit.</summary>
internal sealed class TestUnit : ITurnUnit
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    public List<Activity> Added { get; } = [];

    public List<Activity> Updated { get; } = [];

    public List<string> Deleted { get; } = [];

    public IStorage State { get; } = new MemoryStorage(new StateCodec());

    public TimeProvider Clock { get; } = new FixedClock();

    public string NextActivityId() => $"c|{Added.Count + 1:D7}";

    public void Add(OutgoingActivity outgoing) => Added.Add(outgoing.Activity);

    public void Update(OutgoingActivity changed) => Updated.Add(changed.Activity);

    public void Delete(string activityId) => Deleted.Add(activityId);

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
