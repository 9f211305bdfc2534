namespace TriageBot.Records.Tests;

public sealed class RecordsDirectoryTests
{
    [Theory]
    [InlineData("/srv/triage", "/var/lib/triagebot", "/srv/triage")]
    [InlineData("store", null, "/home/ann/store")]
    [InlineData(null, "/var/lib/triagebot:/var/lib/other", "/var/lib/triagebot")]
    [InlineData(" ", "", "/home/ann/data")]
    [InlineData(null, null, "/home/ann/data")]
    public void The_configured_place_comes_first_then_the_services_then_the_working_directory(
        string? configured,
        string? state,
        string chosen
    ) => Assert.Equal(chosen, RecordsDirectory.Choose(configured, state, "/home/ann"));

    [Fact]
    public void A_place_that_the_next_build_may_delete_is_refused() =>
        Assert.Throws<RecordsException>(() =>
            RecordsDirectory.Choose(null, null, "/home/ann/src/TriageBot.Host/bin/Debug/net10.0")
        );
}
