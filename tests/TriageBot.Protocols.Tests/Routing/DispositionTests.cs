using TriageBot.Protocols.Routes;

namespace TriageBot.Protocols.Tests.Routing;

public sealed class DispositionTests
{
    /// <summary>From the least urgent to the most.</summary>
    private static readonly Disposition[] Rising =
    [
        Disposition.SelfCare,
        new(Route.Callback),
        new(Route.Callback, TimeSpan.FromHours(4)),
        new(Route.Callback, TimeSpan.FromHours(1)),
        new(Route.Emergency),
    ];

    [Fact]
    public void The_sooner_and_the_graver_is_the_more_urgent()
    {
        foreach (var (less, more) in Rising.Zip(Rising.Skip(1)))
        {
            Assert.True(less < more && less <= more && more > less && more >= less);
            Assert.False(less > more || less >= more || more < less || more <= less);
            Assert.Equal((more, more), (Disposition.Max(less, more), Disposition.Max(more, less)));
        }
    }

    [Fact]
    public void None_is_more_urgent_than_itself()
    {
        foreach (var one in Rising)
        {
            var same = one with { };
            Assert.True(one <= same && one >= same);
            Assert.False(one < same || one > same);
        }
    }

    [Fact]
    public void Anything_is_more_urgent_than_nothing() => Assert.True(Disposition.SelfCare.CompareTo(null) > 0);
}
