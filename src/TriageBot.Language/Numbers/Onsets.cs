using System.Collections.Immutable;
using TriageBot.Language.Context;
using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Numbers;

/// <summary>Finds since when: "3 days", "a couple of weeks", "desde anoche", "since tuesday", "this morning".</summary>
internal sealed class Onsets(Passage passage, IReadOnlyList<NumberAt> numbers)
{
    private NumberWords Words => passage.Lexicon.Numbers;

    private List<Token> Tokens => passage.Tokens;

    public ImmutableArray<Onset> Read()
    {
        var found = ImmutableArray.CreateBuilder<Onset>();
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (At(i) is { } onset)
            {
                found.Add(onset);
            }
        }

        return found.ToImmutable();
    }

    private Onset? At(int i)
    {
        var word = Tokens[i].Text;
        if (Words.HoursIn.TryGetValue(word, out var each))
        {
            return Counted(i, each);
        }

        if (Words.HoursAgo.TryGetValue(word, out var hours))
        {
            return new Onset(SpanOf(i, i + 1)) { Least = hours / 2, Most = hours * 2 };
        }

        if (Words.Weekdays.TryGetValue(word, out var day) && !Is(i - 1, Words.NoOnset))
        {
            return new Onset(SpanOf(i, i + 1)) { Day = (DayOfWeek)day };
        }

        return Words.PartsOfDay.TryGetValue(word, out var most) && Is(i - 1, Words.LastOf)
            ? new Onset(SpanOf(i - 1, i + 1)) { Least = 0, Most = most }
            : null;
    }

    private Onset? Counted(int unit, int each)
    {
        if (numbers.FirstOrDefault(n => n.End == unit) is { Value: > 0 and < 10_000 } number)
        {
            return Is(number.Start - 1, Words.NoOnset)
                ? null
                : Around(number.Value, number.Value, number.Start, unit, each);
        }

        for (var back = 1; back <= 2 && unit - back >= 0; back++)
        {
            var start = unit - back;
            if (Words.Vague.TryGetValue(Tokens[start].Text, out var some) && !Is(start - 1, Words.NoOnset))
            {
                return Around(some, 2 * some, start, unit, each);
            }
        }

        return Is(unit - 1, Words.Article) && !Is(unit - 2, Words.NoOnset) ? Around(1, 1, unit - 1, unit, each) : null;
    }

    /// <summary>Half a unit either way: people round.</summary>
    private Onset Around(decimal fewest, decimal most, int start, int unit, int each) =>
        new(SpanOf(start, unit + 1))
        {
            Least = (int)Math.Floor(Durations.Hours(Math.Max(fewest - 0.5m, 0), each)),
            Most = (int)Math.Ceiling(Durations.Hours(most + 0.5m, each)),
        };

    private bool Is(int i, HashSet<string> set) =>
        i >= 0 && Tokens[i + 1].Before < Break.Clause && set.Contains(Tokens[i].Text);

    private Span SpanOf(int start, int end) => new(Tokens[start].Start, Tokens[end - 1].End - Tokens[start].Start);
}
