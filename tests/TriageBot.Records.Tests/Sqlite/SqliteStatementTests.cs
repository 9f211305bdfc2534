using Microsoft.Data.Sqlite;

namespace TriageBot.Records.Tests.Sqlite;

public sealed class SqliteStatementTests
{
    [Theory]
    [InlineData("", "text")]
    [InlineData("a", "text")]
    [InlineData("mañana \U0001F915", "text")]
    [InlineData(null, "null")]
    public void A_text_comes_back_as_it_was_bound(string? value, string type)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var statement = new SqliteStatement(connection, "SELECT ?1, typeof(?1)");

        Assert.True(statement.Bind(value).Step());

        Assert.Equal(value, statement.TextOrNull(0));
        Assert.Equal(type, statement.Text(1));
    }
}
