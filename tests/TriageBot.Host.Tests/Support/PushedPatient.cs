using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using TriageBot.Conversation.Effects;
using TriageBot.Records.Storage;

namespace TriageBot.Host.Tests.Support;

/// <summary>
/// Somebody whose replies come through a connector. Like a real channel it sends a message again, under the same id,
/// until the host has taken it; and it shows a message once, however often it is delivered.
/// </summary>
internal sealed class PushedPatient(FakeServer connector, string name = "ann")
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private JsonObject? message;
    private bool isTaken = true;
    private int written;
    private int heardBefore;

    public FakeServer Connector { get; } = connector;

    /// <summary>The ids that the host answered with 200.</summary>
    public List<string> Acknowledged { get; } = [];

    /// <summary>Every message of the bot once, oldest first.</summary>
    public IReadOnlyList<Reply> Heard =>
        [
            .. Connector
                .Received.Where(sent => sent.Path.Contains($"/talk-{name}/", StringComparison.Ordinal))
                .DistinctBy(IdOf)
                .Select(sent => new Reply(JsonSerializer.Deserialize<JsonElement>(sent.Body))),
        ];

    public List<string> QuestionsAsked =>
        [.. Heard.Where(reply => reply.QuestionId is not null).Select(reply => reply.QuestionId!)];

    public string? Disposition => Heard.LastOrDefault(reply => reply.Disposition is not null)?.Disposition;

    /// <summary>True once the phone number has been asked for.</summary>
    public bool IsDone => QuestionsAsked.Contains("phone");

    /// <summary>True once a nurse has to reach them because a message of the bot could not be delivered.</summary>
    /// <param name="directory">Where the records lie; the host may be running.</param>
    public bool IsGivenUp(string directory)
    {
        using var records = new SqliteConnection(
            $"Data Source={System.IO.Path.Combine(directory, SqliteDatabase.FileName)};Mode=ReadOnly;Pooling=False"
        );
        records.Open();
        using var command = records.CreateCommand();
        command.CommandText = """
            SELECT count(*) FROM cases JOIN addresses USING (conversation_id)
            WHERE kind = $kind AND external_conversation_id = $conversation
            """;
        command.Parameters.AddWithValue("$kind", nameof(CaseKind.Undelivered));
        command.Parameters.AddWithValue("$conversation", $"talk-{name}");
        return (long)command.ExecuteScalar()! > 0;
    }

    public static string IdOf(Received sent) => (string)JsonNode.Parse(sent.Body)!["id"]!;

    public Task HearsAsync(int messages) => Until.True(() => Heard.Count >= messages, $"{messages} messages arrive");

    /// <summary>Sends once; the host may be dead.</summary>
    public Task TrySend(HostProcess host, string text)
    {
        message = new Patient(host.Http, name).Message(text, $"{name}-{++written}");
        message.Remove("deliveryMode");
        message["serviceUrl"] = Connector.Address.ToString();
        // A reply that names its question cannot be taken for one to the question before.
        message["replyToId"] = Heard.LastOrDefault(reply => reply.Question is not null)?.Id;
        isTaken = false;
        heardBefore = Heard.Count;
        return TrySendAgain(host);
    }

    public async Task SendUntilTaken(HostProcess host, string text)
    {
        await TrySend(host, text);
        await SendAgainUntilTaken(host);
    }

    public Task SendAgainUntilTaken(HostProcess host) =>
        Until.True(
            async () =>
            {
                await TrySendAgain(host);
                return isTaken;
            },
            "the message is taken"
        );

    /// <summary>Sends what the script has next, or again what was not taken; ends when the host dies or has answered.</summary>
    public async Task GoOn(HostProcess host)
    {
        if (!isTaken)
        {
            await TrySendAgain(host);
        }
        else if (written == 0)
        {
            await TrySend(host, "I have a fever of 102");
        }
        else if (Heard.Count > heardBefore && Heard[^1].Question is not null)
        {
            await TrySend(host, Answer(Heard[^1]));
        }
    }

    /// <summary>Goes on until the host has died, or the conversation has ended.</summary>
    public async Task GoOnUntil(HostProcess host, CancellationToken died)
    {
        while (!died.IsCancellationRequested && !IsDone)
        {
            await GoOn(host);
            await Task.Delay(Pause, TimeProvider.System, died).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>For a test that has failed: how far it went.</summary>
    public override string ToString()
    {
        var heard = Heard.Select(reply => $"{reply.QuestionId}: {reply.Text}");
        return $"{message?.ToJsonString()} taken {isTaken}, heard {heardBefore} before and\n{string.Join('\n', heard)}";
    }

    private static string Answer(Reply question) =>
        question.Question!.Value.GetProperty("kind").GetString() switch
        {
            "any-of" => "0",
            "choice" => "1",
            _ => "no",
        };

    private async Task TrySendAgain(HostProcess host)
    {
        if (isTaken)
        {
            return;
        }

        try
        {
            using var response = await new Patient(host.Http).Post(message!);
            isTaken = response.StatusCode == HttpStatusCode.OK;
            if (isTaken)
            {
                Acknowledged.Add((string)message!["id"]!);
            }
        }
        catch (HttpRequestException)
        {
            // It died, perhaps after the commit: only the same message again can tell.
        }
    }
}
