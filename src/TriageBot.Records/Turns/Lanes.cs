namespace TriageBot.Records.Turns;

/// <summary>Lets one at a time through for each key, first come first served.</summary>
internal sealed class Lanes
{
    private readonly Dictionary<string, Lane> lanes = [];

    public async Task<IDisposable> EnterAsync(string key, CancellationToken stop)
    {
        Lane lane;
        lock (lanes)
        {
            if (!lanes.TryGetValue(key, out lane!))
            {
                lanes[key] = lane = new Lane(this, key);
            }
            lane.Users++;
        }

        try
        {
            await lane.Gate.WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            Leave(lane);
            throw;
        }
        return new Pass(lane);
    }

    private void Leave(Lane lane)
    {
        lock (lanes)
        {
            if (--lane.Users == 0)
            {
                lanes.Remove(lane.Key);
                lane.Gate.Dispose();
            }
        }
    }

    private sealed class Lane(Lanes owner, string key)
    {
        public Lanes Owner { get; } = owner;

        public string Key { get; } = key;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Pass(Lane lane) : IDisposable
    {
        public void Dispose()
        {
            lane.Gate.Release();
            lane.Owner.Leave(lane);
        }
    }
}
