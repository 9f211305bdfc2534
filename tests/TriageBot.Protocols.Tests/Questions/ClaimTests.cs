using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Tests.Questions;

/// <summary>When a question need not be asked, since a text has told it.</summary>
public sealed class ClaimTests
{
    private static readonly Observation Weak = new("weakness");
    private static readonly Observation WeakLimb = Weak with { Where = Where.Limb };
    private static readonly Observation WorsePain = new("incision_pain") { Trend = Trend.Worse };

    [Fact]
    public void The_same_finding_of_the_patient_tells_it()
    {
        Assert.True(Claim.IsTold(Weak, Weak));
        Assert.True(Claim.IsTold(Weak, WeakLimb));
        Assert.False(Claim.IsTold(Weak, new Observation("numbness")));
        Assert.False(Claim.IsTold(Weak, Weak with { Who = Who.Other }));
        Assert.False(Claim.IsTold(Weak, Weak with { When = When.Hypothetical }));
    }

    [Fact]
    public void Doubt_tells_nothing() => Assert.False(Claim.IsTold(Weak, Weak with { Polarity = Polarity.Unsure }));

    [Fact]
    public void A_weakness_elsewhere_or_nowhere_in_particular_does_not_tell_of_a_limb()
    {
        Assert.True(Claim.IsTold(WeakLimb, WeakLimb));
        Assert.False(Claim.IsTold(WeakLimb, Weak));
        Assert.False(Claim.IsTold(WeakLimb, Weak with { Where = Where.AllOver }));
    }

    [Fact]
    public void A_pain_tells_how_it_develops_only_where_that_was_said()
    {
        Assert.True(Claim.IsTold(WorsePain, WorsePain with { Trend = Trend.Same }));
        Assert.False(Claim.IsTold(WorsePain, WorsePain with { Trend = Trend.Unknown }));
    }

    [Fact]
    public void No_weakness_denies_a_weak_limb_and_no_weak_face_does_not()
    {
        Assert.True(Claim.IsTold(WeakLimb, Weak with { Polarity = Polarity.Absent }));
        Assert.True(Claim.IsTold(WeakLimb, WeakLimb with { Polarity = Polarity.Absent }));
        Assert.False(Claim.IsTold(WeakLimb, Weak with { Polarity = Polarity.Absent, Where = Where.Face }));
        Assert.False(Claim.IsTold(WorsePain, WorsePain with { Polarity = Polarity.Absent, Trend = Trend.New }));
    }
}
