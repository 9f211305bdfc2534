using TriageBot.Protocols.Answers;

namespace TriageBot.Protocols.Tests.Answers;

public sealed class AnswerNotationTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("unsure")]
    [InlineData("not-read")]
    [InlineData("not-asked")]
    [InlineData("no-thermometer")]
    [InlineData("none")]
    [InlineData("any-of:chills,fever")]
    [InlineData("choice:kyphoplasty")]
    [InlineData("celsius:38.6")]
    [InlineData("scale:7")]
    [InlineData("words:at night: worse, then better")]
    [InlineData("phone:+15555550123")]
    public void What_is_recorded_is_read_back(string text) =>
        Assert.Equal(text, AnswerNotation.Write(AnswerNotation.Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("maybe")]
    [InlineData(":yes")]
    [InlineData("scale:high")]
    public void Anything_else_is_no_answer(string text) =>
        Assert.Throws<FormatException>(() => AnswerNotation.Parse(text));
}
