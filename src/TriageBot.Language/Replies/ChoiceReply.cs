using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Replies;

/// <summary>Reads the one option of a choice: by number, by words of its label, or by the place that it stands for.</summary>
internal static class ChoiceReply
{
    private const int NotSure = 9;

    /// <summary>The options of "is help coming?", a choice that people answer with yes or no as well.</summary>
    private const string Coming = "coming";
    private const string CannotCall = "cannot-call";

    public static Reply Read(AskedQuestion asked, Reading reading, ReplyWords words)
    {
        var numbers = OptionNumbers.Read(words, asked.Options.Length);
        var named = numbers.Chosen.Where(n => n >= 1 && n <= asked.Options.Length).Distinct().ToList();
        if (named.Count == 1)
        {
            return new Reply(new Answer.Chosen(asked.Options[named[0] - 1].Id));
        }

        if (named.Count == 0 && ByRequest(asked, reading) is { } told)
        {
            return new Reply(new Answer.Chosen(told));
        }

        if (named.Count == 0 && !numbers.Chosen.Contains(NotSure) && numbers.IsUnderstood)
        {
            var option = ByLabel(asked, words) ?? ByPlace(asked, reading);
            if (option is not null)
            {
                return new Reply(new Answer.Chosen(option));
            }
        }

        return numbers.Chosen.Contains(NotSure) || reading.YesNo == YesNo.Unsure
            ? new Reply(new Answer.Unsure())
            : new Reply(null);
    }

    /// <summary>What is told without a word of the label: "they are outside". Both told at once choose the graver one.</summary>
    private static string? ByRequest(AskedQuestion asked, Reading reading)
    {
        var told = asked
            .Options.Where(option => reading.Requests.Contains(ReplyRequests.Option + option.Id))
            .Select(option => option.Id)
            .ToList();
        if (told.Count > 0)
        {
            return told.Count == 1 ? told[0] : told.Find(id => id == CannotCall);
        }

        var answered = reading.YesNo switch
        {
            YesNo.Yes => Coming,
            YesNo.No => CannotCall,
            _ => null,
        };
        return asked.Options.Any(option => option.Id == answered) ? answered : null;
    }

    /// <summary>The option with the most words of its label or id in the reply, where it is the only one with so many.</summary>
    private static string? ByLabel(AskedQuestion asked, ReplyWords words)
    {
        var spoken = words.Tokens.Select(token => token.Text).ToList();
        var ranked = asked
            .Options.Select(option =>
                (
                    option.Id,
                    Shared: words
                        .Content($"{option.Label} {option.Id}")
                        .Count(label => spoken.Exists(word => Same(word, label)))
                )
            )
            .OrderByDescending(option => option.Shared)
            .ToList();
        return ranked.Count > 0 && ranked[0].Shared > 0 && (ranked.Count == 1 || ranked[1].Shared < ranked[0].Shared)
            ? ranked[0].Id
            : null;
    }

    /// <summary>"kypho" is short for "kyphoplasty", and "rib" the singular of "ribs".</summary>
    private static bool Same(string word, string label) =>
        word == label
        || (word.Length >= 4 && label.StartsWith(word, StringComparison.Ordinal))
        || (word.Length >= 3 && label == word + "s")
        || (label.Length >= 3 && word == label + "s");

    private static string? ByPlace(AskedQuestion asked, Reading reading)
    {
        var said = reading
            .Mentions.Where(m => m.IsCurrent())
            .Select(m => m.Observation.Where)
            .Concat(reading.Places)
            .Where(where => where != Where.Unknown)
            .ToHashSet();
        var fitting = asked
            .Question.Options.Where(option =>
                option.Finds.Any(find => find.Where != Where.Unknown && said.Contains(find.Where))
            )
            .ToList();

        // Both legs and a limb were named: the graver reading is the wider one.
        var wide = fitting
            .Where(option => option.Finds.Any(find => find.Where is Where.BothLegs or Where.BelowWaist))
            .ToList();
        return fitting.Count == 1 ? fitting[0].Id
            : wide.Count == 1 ? wide[0].Id
            : null;
    }
}
