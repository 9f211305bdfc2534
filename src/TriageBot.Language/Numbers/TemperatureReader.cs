using System.Collections.Immutable;
using TriageBot.Language.Context;
using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Numbers;

/// <summary>
/// Picks the numbers of a text that are body temperatures. A unit, a word such as "thermometer", or a text of nothing but
/// the number makes one; "bp", "percent" or "outside" closer by makes it none.
/// </summary>
internal sealed class TemperatureReader(Passage passage, IReadOnlyList<NumberAt> numbers)
{
    private const int Near = 8;
    private const int MostCounted = 90;

    private NumberWords Words => passage.Lexicon.Numbers;

    /// <summary>Readings that the text reports as such, not supposed, remembered or somebody else's.</summary>
    public IEnumerable<(NumberAt Number, TemperatureMention Mention)> Read()
    {
        var bare = IsBare();
        foreach (var number in numbers.Where(n => !n.IsScore))
        {
            var unit = UnitAfter(number);
            var told =
                unit != Unit.None
                || IsSaidFirst(number)
                || (ClosestIsTemperature(number) ?? (bare || IsReadOff(number)));
            var shaped = IsShaped(number) && ClosestIsTemperature(number) != false;
            if (
                (told || shaped)
                && !IsMeasuredOtherwise(number)
                && !IsSetAside(number)
                && Mention(number, unit) is { } mention
            )
            {
                yield return (number, mention);
            }
        }
    }

    /// <summary>"Dad's at 103", "it says 1007": what a thermometer may show, right behind a word that reads it off.</summary>
    private bool IsReadOff(NumberAt number) =>
        (Degrees.IsWarm(number.Value) || Degrees.LacksPoint(number.Value)) && IsWhatItShows(number)
        || number.Start > 0
            && (
                Degrees.IsWarm(number.Value)
                || Degrees.LacksPoint(number.Value)
                || (Ends(number) && Degrees.IsUsual(number.Value))
            )
            && passage.Tokens[number.Start].Before < Break.Clause
            && At(number.Start - 1, Words.ReadOff)
            && !At(number.End, Words.OtherMeasures)
            && !CountsThings(number);

    /// <summary>"103 and can't bend my neck".</summary>
    private bool IsSaidFirst(NumberAt number) =>
        number.Value >= 100 && Degrees.IsWarm(number.Value) && number.Start == 0 && At(number.End, passage.Grammar.And);

    /// <summary>"1019 is what it shows".</summary>
    private bool IsWhatItShows(NumberAt number) =>
        Begins(number)
        && At(number.End, passage.Grammar.Being)
        && Enumerable.Range(number.End + 1, 3).Any(i => At(i, Words.ReadOff) && passage.Tokens[i].Before < Break.Comma);

    private bool Begins(NumberAt number) => number.Start == 0 || passage.Tokens[number.Start].Before >= Break.Clause;

    /// <summary>
    /// "39 bags": a whole number right before a word in the plural, as English and Spanish have it. Nobody counts 103 bags, and
    /// "39 chills" counts nothing.
    /// </summary>
    private bool CountsThings(NumberAt number)
    {
        if (
            number.HasDecimals
            || Ends(number)
            || number.Value >= MostCounted
            || passage.FindingsBetween(number.End, number.End + 1).Any()
        )
        {
            return false;
        }

        var next = passage.Tokens[number.End];
        return next.Text.Length > 3
            && next.Text[^1] == 's'
            && !passage.Grammar.PassedOver.Contains(next.Text)
            && !Words.Degrees.Contains(next.Text)
            && !Words.HoursAgo.ContainsKey(next.Text);
    }

    /// <summary>"100.8 both times", "101.2 at 8 pm": with decimals it is what a thermometer shows, whatever else is counted later.</summary>
    private static bool IsShaped(NumberAt number) => number.HasDecimals && Degrees.LooksLikeReading(number.Value);

    private bool Ends(NumberAt number) =>
        number.End >= passage.Tokens.Count || passage.Tokens[number.End].Before != Break.None;

    private TemperatureMention? Mention(NumberAt number, Unit unit)
    {
        var first = passage.Tokens[number.Start];
        var span = new Span(first.Start, passage.Tokens[number.End - 1].End - first.Start);
        return Degrees.Read(number.Value, unit, span);
    }

    private Unit UnitAfter(NumberAt number)
    {
        var i = number.End;
        var degrees = false;
        while (At(i, Words.Degrees))
        {
            degrees = true;
            i++;
        }

        var unit =
            At(i, Words.Fahrenheit) ? Unit.Fahrenheit
            : At(i, Words.Celsius) ? Unit.Celsius
            : Unit.None;
        return unit == Unit.None && degrees && ClosestIsTemperature(number) != false ? Unit.Degrees : unit;
    }

    /// <summary>True where a temperature word is the closest hint in the sentence, false where another measure is, null where none is.</summary>
    private bool? ClosestIsTemperature(NumberAt number)
    {
        for (var distance = 0; distance < Near; distance++)
        {
            foreach (var i in new[] { number.Start - 1 - distance, number.End + distance })
            {
                if (i < 0 || i >= passage.Tokens.Count || !passage.Clauses.SameSentence(i, number.Start))
                {
                    continue;
                }

                if (
                    At(i, Words.OtherMeasures)
                    && !IsVerb(i)
                    && !(IsShaped(number) && (i > number.Start || IsParted(i, number)))
                )
                {
                    return false;
                }

                if (At(i, Words.TemperatureNear))
                {
                    return true;
                }
            }
        }

        return null;
    }

    /// <summary>The "am" of "I am" tells no time.</summary>
    private bool IsVerb(int i) => i > 0 && At(i, passage.Grammar.Being) && At(i - 1, passage.Grammar.Subjects);

    /// <summary>"Took it 3 times, 99.9": a comma stands between what else is counted and the number.</summary>
    private bool IsParted(int word, NumberAt number) =>
        Enumerable.Range(word + 1, number.Start - word).Any(i => passage.Tokens[i].Before != Break.None);

    private bool IsMeasuredOtherwise(NumberAt number)
    {
        var before = number.Start > 0 ? passage.Tokens[number.Start - 1].Text : "";
        var after = number.End < passage.Tokens.Count ? passage.Tokens[number.End].Text : "";
        return before is "$" or "#" or "/" or "+" or ":"
            || after is "%" or "/" or ":"
            || Words.HoursIn.ContainsKey(after);
    }

    /// <summary>"if it is over 100.4", "my grandson has 102".</summary>
    private bool IsSetAside(NumberAt number) =>
        passage.Cues.Any(cue =>
            cue.Kind is CueKind.Supposes or CueKind.Other or CueKind.Fiction
            && cue.Hit.Start <= number.Start
            && passage.Clauses.SameSentence(cue.Hit.Start, number.Start)
            && passage
                .Tokens.Skip(cue.Hit.End)
                .Take(number.Start - cue.Hit.End)
                .All(t => !passage.Grammar.FirstPerson.Contains(t.Text) || cue.Kind == CueKind.Supposes)
            && !IsOwnBehindAnother(cue, number)
        )
        || passage.Cues.Any(cue =>
            cue.Kind == CueKind.LongAgo && passage.Clauses.SameClause(cue.Hit.Start, number.Start)
        );

    /// <summary>"It says to call over 101 and mine is 102": the second number is the writer's own.</summary>
    private bool IsOwnBehindAnother(CueAt cue, NumberAt number) =>
        cue.Kind == CueKind.Supposes
        && numbers.Any(other =>
            other.Start >= cue.Hit.Start
            && other.End <= number.Start
            && Enumerable.Range(other.End, number.Start - other.End).Any(i => At(i, passage.Grammar.FirstPerson))
        );

    /// <summary>True where the text holds nothing but numbers, units and words without weight: "100.4", "it was 99.8".</summary>
    private bool IsBare()
    {
        var inNumber = numbers.SelectMany(n => Enumerable.Range(n.Start, n.End - n.Start)).ToHashSet();
        return passage
            .Tokens.Select((token, i) => (token.Text, i))
            .All(t =>
                inNumber.Contains(t.i)
                || passage.Grammar.PassedOver.Contains(t.Text)
                || passage.Grammar.Being.Contains(t.Text)
                || passage.Grammar.Courtesies.Contains(t.Text)
                || Words.Degrees.Contains(t.Text)
                || Words.Among.Contains(t.Text)
                || Words.PartsOfDay.ContainsKey(t.Text)
                || Words.HoursAgo.ContainsKey(t.Text)
            );
    }

    private bool At(int i, HashSet<string> set) =>
        i >= 0 && i < passage.Tokens.Count && set.Contains(passage.Tokens[i].Text);
}
