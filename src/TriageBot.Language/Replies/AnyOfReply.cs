using System.Collections.Immutable;
using TriageBot.Language.Words;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Language.Replies;

/// <summary>
/// Reads a reply to "any of these?". What is there is selected, by number and by words together; "none" needs to be said of
/// the list as a whole: the denial of a single item leaves the others open.
/// </summary>
internal static class AnyOfReply
{
    private const int None = 0;
    private const int NotSure = 9;

    /// <summary>A longer reply is a statement of its own, whatever words of a label it shares.</summary>
    private const int LongestLabel = 5;

    public static Reply Read(AskedQuestion asked, Reading reading, ReplyWords words)
    {
        var numbers = OptionNumbers.Read(words, asked.Options.Length);
        var selected = ByNumber(asked, numbers, numbers.IsAll && reading.YesNo != YesNo.No)
            .Concat(ByFinding(asked, reading))
            .ToHashSet(StringComparer.Ordinal);
        if (selected.Count == 0)
        {
            selected.UnionWith(ByLabel(asked, reading, words));
        }

        if (selected.Count > 0)
        {
            return new Reply(new Answer.Selected(selected));
        }

        if (!numbers.IsUnderstood)
        {
            return new Reply(null);
        }

        // A symptom that is not on the list, or one in doubt, is no "none of these".
        var doubt = reading.Mentions.Any(m =>
            m.Observation.Polarity == Polarity.Unsure && m.IsCurrent() && IsAsked(asked, m)
        );
        return doubt || numbers.Chosen.Contains(NotSure) ? new Reply(new Answer.Unsure())
            : numbers.Chosen.Contains(None) ? new Reply(new Answer.Selected([]))
            : numbers.HasDropped ? new Reply(null)
            : Words(asked, reading);
    }

    private static Reply Words(AskedQuestion asked, Reading reading)
    {
        if (reading.YesNo == YesNo.Unsure)
        {
            return new Reply(new Answer.Unsure());
        }

        if (ReplyRequests.LeaveOpen(reading))
        {
            return new Reply(null);
        }

        var saysNo = reading.YesNo == YesNo.No || (reading.Requests.Contains("all_well") && reading.YesNo != YesNo.Yes);
        return saysNo || AllDenied(asked, reading) ? new Reply(new Answer.Selected([])) : new Reply(null);
    }

    private static IEnumerable<string> ByNumber(AskedQuestion asked, OptionNumbers numbers, bool isAll) =>
        asked.Options.Where((_, i) => isAll || numbers.Chosen.Contains(i + 1)).Select(option => option.Id);

    private static IEnumerable<string> ByFinding(AskedQuestion asked, Reading reading)
    {
        var present = reading
            .Mentions.Where(m => m.Observation.Polarity == Polarity.Present && m.IsCurrent())
            .Select(m => m.Observation)
            .ToList();
        return OptionsOf(asked)
            .Where(option => option.Finds.Any(find => present.Exists(o => Says(o, find))))
            .Select(option => option.Id);
    }

    /// <summary>The same finding, and no contradiction in where it is.</summary>
    private static bool Says(Observation said, Observation option) =>
        said.Finding == option.Finding
        && (
            option.Where == Where.Unknown
            || said.Where == Where.Unknown
            || said.Where == option.Where
            || !Parts(said.Where, option.Where)
        );

    /// <summary>"All over" and "one limb" are different answers; the limbs among themselves are not.</summary>
    private static bool Parts(Where said, Where option) => (said == Where.AllOver) != (option == Where.AllOver);

    /// <summary>An option named by its own words: "the stain" where no finding was read. Words of several options tell nothing.</summary>
    private static List<string> ByLabel(AskedQuestion asked, Reading reading, ReplyWords words)
    {
        var mayName =
            reading.YesNo is not (YesNo.No or YesNo.Unsure)
            && reading.Mentions.IsEmpty
            && words.Tokens.Count <= LongestLabel
            && words.Tokens.Exists(token => token.Kind == TokenKind.Word);
        if (!mayName)
        {
            return [];
        }

        var content = asked.Options.Select(option => (option.Id, Words: words.Content(option.Label))).ToList();
        return content
            .Where(option =>
                option.Words.Any(word =>
                    words.Tokens.Exists(t => t.Text == word) && content.Count(o => o.Words.Contains(word)) == 1
                )
            )
            .Select(option => option.Id)
            .ToList();
    }

    private static bool AllDenied(AskedQuestion asked, Reading reading)
    {
        var denied = reading
            .Mentions.Where(m => m.Observation.Polarity == Polarity.Absent)
            .Select(m => m.Observation.Finding)
            .ToHashSet();
        var options = OptionsOf(asked).ToList();
        return denied.Count > 0
            && options.TrueForAll(option =>
                option.Finds.Length > 0 && option.Finds.Any(find => denied.Contains(find.Finding))
            );
    }

    private static bool IsAsked(AskedQuestion asked, Mention mention) =>
        OptionsOf(asked).Any(option => option.Finds.Any(find => find.Finding == mention.Observation.Finding));

    private static ImmutableArray<Option> OptionsOf(AskedQuestion asked) => asked.Question.Options;
}
