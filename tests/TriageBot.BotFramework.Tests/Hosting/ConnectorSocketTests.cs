using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TriageBot.BotFramework.Tests.Hosting;

/// <summary>What the real HTTP client does when connections fail, which a stub can only claim.</summary>
public sealed class ConnectorSocketTests : IDisposable
{
    private readonly HttpClient http = ConnectorClient.CreateHttpClient();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public ConnectorSocketTests() => listener.Start();

    public void Dispose()
    {
        listener.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task Nobody_listening_means_refused()
    {
        var message = Message();
        listener.Stop();

        Assert.Equal(new Delivery.Refused(null, null), await Client().SendAsync(message));
    }

    [Fact]
    public async Task A_connection_closed_after_the_message_was_read_leaves_it_open()
    {
        var channel = AnswerWith("");

        Assert.IsType<Delivery.Unknown>(await Client().SendAsync(Message()));
        await channel;
    }

    [Fact]
    public async Task An_answer_that_breaks_off_after_its_status_still_means_sent()
    {
        var channel = AnswerWith("HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{");

        Assert.Equal(new Delivery.Sent(null), await Client().SendAsync(Message()));
        await channel;
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        var channel = AnswerWith("HTTP/1.1 307 Go\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(307, Assert.IsType<Delivery.Failed>(await Client().SendAsync(Message())).Status);
        await channel;
    }

    private ConnectorClient Client() => new(http, TimeProvider.System);

    private Activity Message() =>
        new("message")
        {
            Text = "hello",
            ServiceUrl = $"http://{listener.LocalEndpoint}",
            Conversation = new ConversationAccount(id: "c"),
        };

    private async Task AnswerWith(string response)
    {
        using var connection = await listener.AcceptTcpClientAsync();
        await using var stream = connection.GetStream();
        var request = new StringBuilder();
        var buffer = new byte[4096];
        while (!request.ToString().EndsWith('}'))
        {
            var read = await stream.ReadAsync(buffer);
            request.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        await stream.WriteAsync(Encoding.ASCII.GetBytes(response));
    }
}
