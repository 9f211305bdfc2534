using System.Text.Json;

namespace TriageBot.BotFramework.Tests.Schema;

public class ActivityJsonTests
{
    private const string Message = """
        {
          "type": "message",
          "id": "m-1",
          "timestamp": "2026-11-22T05:39:08.799Z",
          "localTimestamp": "2026-11-21T23:39:08.799-06:00",
          "localTimezone": "America/Chicago",
          "serviceUrl": "http://localhost:5/_connector",
          "channelId": "webchat",
          "from": {"id": "u-1", "name": "Alex", "aadObjectId": "a-1", "givenName": "Al"},
          "recipient": {"id": "b-1"},
          "conversation": {"conversationType": "personal", "tenantId": "t-1", "id": "c-1", "threadId": "t-9"},
          "textFormat": "plain",
          "locale": "en-US",
          "text": "no fever",
          "entities": [{"type": "clientInfo", "country": "US", "depth": {"of": ["field"]}}],
          "channelData": {"clientActivityID": "k-1", "nested": {"n": 1.50}},
          "deliveryMode": "expectReplies",
          "rawTimestamp": "2026-11-22T05:39:08Z",
          "somethingNew": [1, {"two": null}]
        }
        """;

    [Theory]
    [InlineData(Message)]
    [InlineData(
        """{"type":"conversationUpdate","id":"1","membersAdded":[{"id":"u"},{"id":"b"}],"channelId":"msteams"}"""
    )]
    [InlineData("""{"type":"installationUpdate","action":"add","channelData":{"tenant":{"id":"t"}}}""")]
    [InlineData("""{"type":"event","name":"handoff.status","value":{"state":"accepted"},"relatesTo":{"bot":{}}}""")]
    [InlineData("""{"type":"invoke","name":"x","value":true}""")]
    [InlineData("""{"type":"message","suggestedActions":{"actions":[{"type":"imBack","title":"Yes","value":"1"}]}}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"a/b","content":[1,"two"],"odd":1}]}""")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}""")]
    public void Nothing_is_lost_and_nothing_added_between_reading_and_writing(string json)
    {
        var written = BotJson.Write(BotJson.ReadActivity(json));

        using var before = JsonDocument.Parse(json);
        using var after = JsonDocument.Parse(written);
        Assert.Equal(Normal(before.RootElement), Normal(after.RootElement));
    }

    [Fact]
    public void The_users_own_clock_keeps_its_offset()
    {
        var activity = BotJson.ReadActivity(Message);

        Assert.Equal(TimeSpan.FromHours(-6), activity.LocalTimestamp!.Value.Offset);
        Assert.Contains("23:39:08.799-06:00", BotJson.Write(activity), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_null_is_left_out()
    {
        Assert.Equal("""{"type":"typing"}""", BotJson.Write(new Activity(ActivityTypes.Typing)));
    }

    [Fact]
    public void Single_open_values_are_read_as_what_they_are()
    {
        static object? Value(string json) => BotJson.ReadActivity($$"""{"value":{{json}}}""").Value;

        Assert.Equal("1", Value("\"1\""));
        Assert.Equal(true, Value("true"));
        Assert.Equal(7L, Value("7"));
        Assert.Equal(38.5, Value("38.5"));
        Assert.Null(Value("null"));
        Assert.IsType<JsonElement>(Value("{}"));
        Assert.IsType<JsonElement>(Value("[]"));
    }

    [Fact]
    public void Channel_data_may_be_built_of_dictionaries_lists_and_schema_types()
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            ChannelData = new Dictionary<string, object?>
            {
                ["text"] = "ñ",
                ["flag"] = true,
                ["whole"] = 3,
                ["exact"] = 1.50m,
                ["none"] = null,
                ["asks"] = new List<string> { "chest_pain" },
                ["counts"] = new Dictionary<string, int> { ["a"] = 1 },
                ["options"] = new object?[] { new Dictionary<string, object?> { ["value"] = "9" } },
                ["action"] = new CardAction(ActionTypes.ImBack, "Yes"),
                ["when"] = new DateTimeOffset(2026, 11, 22, 1, 2, 3, TimeSpan.Zero),
            },
        };

        Assert.Equal(
            """{"type":"message","channelData":{"text":"ñ","flag":true,"whole":3,"exact":1.50,"none":null,"""
                + """ "asks":["chest_pain"],"counts":{"a":1},"options":[{"value":"9"}],""".TrimStart()
                + """ "action":{"type":"imBack","title":"Yes"},"when":"2026-11-22T01:02:03+00:00"}}""".TrimStart(),
            BotJson.Write(activity)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"type\":5}")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{\"timestamp\":\"yesterday\"}")]
    public void What_is_not_an_activity_is_refused(string json)
    {
        Assert.ThrowsAny<JsonException>(() => BotJson.ReadActivity(json));
    }

    [Fact]
    public void A_copy_shares_nothing_with_its_original()
    {
        var original = BotJson.ReadActivity(Message);

        var copy = BotJson.Copy(original);
        copy.From!.Name = "Sam";

        Assert.Equal("Alex", original.From!.Name);
    }

    private static string Normal(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "{"
                + string.Join(
                    ",",
                    element
                        .EnumerateObject()
                        .OrderBy(p => p.Name, StringComparer.Ordinal)
                        .Select(p => $"{p.Name}:{Normal(p.Value)}")
                )
                + "}",
            JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Normal)) + "]",
            JsonValueKind.String when element.TryGetDateTimeOffset(out var time) => $"{time:O}",
            _ => element.GetRawText(),
        };
}
