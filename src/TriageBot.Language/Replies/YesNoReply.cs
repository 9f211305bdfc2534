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
            YesNo.No => new Reply(new Answer.No()),
            YesNo.Unsure => new Reply(new Answer.Unsure()),
            _ when denied || DeniesOnly(reading) || SaysAllIsWell(asked, reading) => new Reply(new Answer.No()),
            _ when NamesOnlyPlaces(reading, words) => new Reply(new Answer.Yes()),
            _ => new Reply(null),
        };
    }

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
