using Moq;
using TriageBot.Host.Link;
using TriageBot.Host.Terminal;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Tests;

public sealed class TerminalTests
{
    [Fact]
    public async Task What_the_bot_says_by_itself_appears_while_the_person_thinks()
    {
        var work = new Mock<IHostWork>();
        work.Setup(host => host.SayAsync(It.IsAny<Activity>(), null, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new TurnAnswer(200) { ConversationId = "c", Sequence = 1 });
        Queue<Spoken[]> said = new([
            [Message(2, "Hello")],
            [Message(9, "Are you still there?")],
        ]);
        work.Setup(host => host.ReadSinceAsync("c", It.IsAny<long>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => said.TryDequeue(out var next) ? next : []);
        var screen = new ThinkingPerson();

        var talk = new TerminalTalk(work.Object, screen, TimeProvider.System, null, null).RunAsync(default);
        await Until.True(() => screen.Shown.Contains("Are you still there?"), "it is shown");
        screen.Leave();
        await talk;

        Assert.Equal(["Hello", "Are you still there?"], screen.Shown);
        work.Verify(host => host.ReadSinceAsync("c", 2, It.IsAny<CancellationToken>()));
    }

    private static Spoken Message(long number, string text) =>
        new(number, $$"""{"type":"message","text":"{{text}}"}""");

    private sealed class ThinkingPerson : IScreen
    {
        private readonly TaskCompletionSource<string?> line = new();

        public List<string> Shown { get; } = [];

        public void Show(string text, bool isEmergency) => Shown.Add(text);

        public void Note(string text) => Shown.Add(text);

        public Task<string?> ReadAsync(CancellationToken stop) => line.Task;

        public void Leave() => line.SetResult(null);
    }
}
