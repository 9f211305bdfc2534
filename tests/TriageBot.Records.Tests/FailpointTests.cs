namespace TriageBot.Records.Tests;

public sealed class FailpointTests
{
    [Fact]
    public void A_failpoint_goes_off_once_at_the_passing_it_was_armed_for()
    {
        var points = Failpoints.Parse("before-commit:throw:2, turn-throws:throw");

        points.Reach(Failpoints.BeforeCommit);
        Assert.Throws<FailpointException>(() => points.Reach(Failpoints.BeforeCommit));
        points.Reach(Failpoints.BeforeCommit);
        Assert.Throws<FailpointException>(() => points.Reach(Failpoints.TurnThrows));
        points.Reach(Failpoints.AfterCommit);
    }

    [Theory]
    [InlineData("before-lunch:throw")]
    [InlineData("before-commit:explode")]
    [InlineData("before-commit:throw:often")]
    public void An_unknown_failpoint_is_refused(string setting) =>
        Assert.Throws<FormatException>(() => Failpoints.Parse(setting));
}
