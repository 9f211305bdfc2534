using TriageBot.Language.Numbers;
using TriageBot.Protocols.Answers;

namespace TriageBot.Language.Replies;

/// <summary>Reads a reply to "what was the highest number?".</summary>
internal static class TemperatureReply
{
    public static Reply Read(Reading reading, ReplyWords words)
    {
        if (reading.Temperatures.Max(t => t.Celsius) is { } highest)
        {
            return new Reply(new Answer.Temperature(highest));
        }

        if (reading.Temperatures is [var told, ..])
        {
            return new Reply(null, ProblemOf(told.Value));
        }

        var numbers = words.Numbers.Where(n => !IsCount(n, words)).ToList();
        var saysNone = reading.Requests.Contains(ReplyRequests.NoThermometer) && numbers.TrueForAll(n => n.InWords);
        if (saysNone || (numbers.Count > 0 && numbers.TrueForAll(n => n.Value == 0)))
        {
            return new Reply(new Answer.NoThermometer());
        }

        var read = numbers.Select(n => (n.Value, Mention: Degrees.Read(n.Value, Unit.None, default))).ToList();
        return read.Max(r => r.Mention?.Celsius) is { } celsius ? new Reply(new Answer.Temperature(celsius))
            : read.Count > 0 ? new Reply(null, ProblemOf(read[0].Value))
            : reading.YesNo == YesNo.No ? new Reply(new Answer.NoThermometer())
            : reading.YesNo == YesNo.Unsure ? new Reply(new Answer.Unsure())
            : new Reply(null);
    }

    private static ReplyProblem ProblemOf(decimal value) =>
        Degrees.LacksPoint(value) || value is > 45 and < 86 ? ReplyProblem.Ambiguous : ReplyProblem.Impossible;

    /// <summary>"took it 2 hours ago" holds no reading.</summary>
    private static bool IsCount(NumberAt number, ReplyWords words) =>
        number.End < words.Tokens.Count && words.Words.HoursIn.ContainsKey(words.Tokens[number.End].Text);
}
