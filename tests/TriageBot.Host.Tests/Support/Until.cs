using System.Diagnostics;

namespace TriageBot.Host.Tests.Support;

/// <summary>Waits for a condition instead of for a time.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static Task True(Func<bool> condition, string what) => True(() => Task.FromResult(condition()), what);

    public static Task True(Func<Task<bool>> condition, string what) => True(condition, () => what);

    /// <param name="what">Asked for once it has not come true.</param>
    public static async Task True(Func<Task<bool>> condition, Func<string> what)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Limit, $"This never came true: {what()}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
