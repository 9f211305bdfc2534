using TriageBot.Protocols.Answers;

namespace TriageBot.Language.Replies;

/// <summary>Reads a pain score from 0 to 10; of several numbers, one written as "7/10" first, else the highest that fits.</summary>
internal static class ScaleReply
{
    private const int Most = 10;

    public static Reply Read(Reading reading, ReplyWords words)
    {
        var numbers = words
            .Numbers.Where(n =>
                n.IsScore || n.End >= words.Tokens.Count || !words.Words.Counts(words.Tokens[n.End].Text)
            )
            .ToList();
        if (numbers.Exists(n => n.IsScore))
        {
            numbers.RemoveAll(n => !n.IsScore);
        }

        var fitting = numbers.Where(n => n.Value <= Most).Select(n => n.Value).ToList();
        if (fitting.Count > 0)
        {
            // A half goes up: pain is never made less than it was called.
            return new Reply(new Answer.Scale((int)Math.Ceiling(fitting.Max())));
        }

        return numbers.Count > 0 ? new Reply(null, ReplyProblem.Impossible)
            : reading.YesNo == YesNo.No || reading.Requests.Contains("no_pain") ? new Reply(new Answer.Scale(0))
            : reading.YesNo == YesNo.Unsure ? new Reply(new Answer.Unsure())
            : new Reply(null);
    }
}
