using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Replies;

/// <summary>
/// Reads a reply to a yes-no question. What the text says of the findings asked about weighs more than a bare yes or no: "no
/// fever but chills" is a yes to fever or chills.
/// </summary>
internal static class YesNoReply
{
    public static Reply Read(AskedQuestion asked, Reading reading, ReplyWords words)
    {
        var about = reading.Mentions.Where(m => asked.Question.Asks.Contains(m.Observation.Finding)).ToList();
        var denied = about.Exists(m => m.Observation.Polarity == Polarity.Absent);
        if (about.Exists(m => m.Observation.Polarity == Polarity.Present && m.IsCurrent()))
        {
            return new Reply(new Answer.Yes());
        }

        if (ToldOtherwise(asked, reading, words) is { } told)
        {
            return new Reply(told);
        }

        if (reading.IsBare && Number(words) is { } number)
        {
            return new Reply(number);
        }

        if (about.Exists(m => m.Observation.Polarity == Polarity.Unsure && m.IsCurrent()))
        {
            return new Reply(new Answer.Unsure());
        }

        return reading.YesNo switch
        {
            YesNo.Yes when denied => new Reply(null),
            YesNo.Yes => new Reply(new Answer.Yes()),
            YesNo.No when IsNoPlainNo(asked, reading) => new Reply(null),
            YesNo.No => new Reply(new Answer.No()),
            YesNo.Unsure => new Reply(new Answer.Unsure()),
            _ when IsNoPlainNo(asked, reading) => new Reply(null),
            _ when denied || DeniesOnly(reading) || SaysAllIsWell(asked, reading) => new Reply(new Answer.No()),
            _ when NamesOnlyPlaces(reading, words) => new Reply(new Answer.Yes()),
            _ => new Reply(null),
        };
    }

    /// <summary>What answers certain questions without a yes or no: the name of a blood thinner, "it stopped", "worse".</summary>
    private static Answer? ToldOtherwise(AskedQuestion asked, Reading reading, ReplyWords words)
    {
        var asks = asked.Question.Asks;
        bool Says(string id) => reading.Requests.Contains(id);
        return asks.Contains("blood_thinner") && Says(ReplyRequests.TakesBloodThinner) ? new Answer.Yes()
            : asks.Contains("blood_thinner") && Says(ReplyRequests.NoBloodThinner) ? new Answer.No()
            : asks.Contains("incision_pain_trend") && Says(ReplyRequests.GotWorse) && reading.YesNo != YesNo.No
                ? new Answer.Yes()
            : asks.Contains("onset") && Says(ReplyRequests.GotWorse) && reading.YesNo != YesNo.Yes ? new Answer.No()
            : asks.Contains("bleeding_amount") && Says(ReplyRequests.NotStopped) ? new Answer.Yes()
            : asks.Contains("bleeding_amount") && Stopped(reading, words) ? new Answer.No()
            : null;
    }

    /// <summary>The "it has" of "it has stopped" is no yes; the "yes" of "yes it stopped" may be one.</summary>
    private static bool Stopped(Reading reading, ReplyWords words) =>
        reading.Requests.Contains(ReplyRequests.HasStopped)
        && !(reading.YesNo == YesNo.Yes && words.Words.Among.Contains(words.Tokens[0].Text))
        && !reading.Mentions.Any(m =>
            m.Observation.Finding is "bleeding" or "heavy_bleeding"
            && m.Observation.Polarity != Polarity.Absent
            && (m.Observation.Finding == "heavy_bleeding" || m.Observation.When == When.Now)
        );

    /// <summary>"Not today but yesterday" to what was asked since the procedure; "no thermometer" to a fever.</summary>
    private static bool IsNoPlainNo(AskedQuestion asked, Reading reading) =>
        asked.Question.Asks.Any(Vocabulary.Findings.Contains)
        && (
            ReplyRequests.LeaveOpen(reading)
            || (
                asked.Question.Asks.Contains("fever")
                && reading.Requests.Contains(ReplyRequests.NoThermometer)
                && !reading.Mentions.Any(m => m.Observation.Polarity == Polarity.Absent)
            )
        );

    private static Answer? Number(ReplyWords words) =>
        words.Numbers is [var only]
            ? only.Value switch
            {
                1 => new Answer.Yes(),
                // The lists before it taught that 0 is "none".
                0 or 2 => new Answer.No(),
                9 => new Answer.Unsure(),
                _ => null,
            }
            : null;

    /// <summary>"no weakness" to a question about one weak leg: everything that is said is denied.</summary>
    private static bool DeniesOnly(Reading reading) =>
        !reading.Mentions.IsEmpty
        && reading.Mentions.All(m => m.Observation.Polarity == Polarity.Absent && m.Cue is not null);

    /// <summary>"I'm fine" answers a question about symptoms; to "shall a nurse call you?" it may mean either.</summary>
    private static bool SaysAllIsWell(AskedQuestion asked, Reading reading) =>
        reading.Requests.Contains("all_well")
        && reading.Mentions.IsEmpty
        && asked.Question.Asks.Any(Vocabulary.Findings.Contains);

    /// <summary>"my left leg" to "is one leg weaker?".</summary>
    private static bool NamesOnlyPlaces(Reading reading, ReplyWords words) =>
        !reading.Places.IsEmpty && reading.Mentions.IsEmpty && reading.Requests.IsEmpty && words.Tokens.Count <= 6;
}
