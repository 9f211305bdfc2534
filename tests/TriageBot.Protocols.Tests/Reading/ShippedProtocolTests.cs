namespace TriageBot.Protocols.Tests.Reading;

public sealed class ShippedProtocolTests
{
    [Fact]
    public void Every_shipped_file_is_without_a_defect()
    {
        var reading = ProtocolLibrary.Read(Shipped.ProtocolDirectory);

        Assert.Empty(reading.Defects);
        Assert.Equal(["kyphoplasty", "vertebroplasty"], reading.Library.Protocols.Select(p => p.Id));
    }
}
