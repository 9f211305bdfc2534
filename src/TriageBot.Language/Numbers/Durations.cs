using TriageBot.Language.Context;

namespace TriageBot.Language.Numbers;

/// <summary>How many hours ago something was: "2 hours ago", "hace tres dias", "yesterday".</summary>
internal static class Durations
{
    /// <summary>A count of units in hours; <paramref name="each"/> is 0 for minutes.</summary>
    public static decimal Hours(decimal count, int each) => each == 0 ? count / 60 : count * each;

    /// <summary>Hours by the token that says them.</summary>
    public static Dictionary<int, int> HoursAgo(Passage passage, IReadOnlyList<NumberAt> numbers)
    {
        var words = passage.Lexicon.Numbers;
        var tokens = passage.Tokens;
        var found = new Dictionary<int, int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (words.HoursAgo.TryGetValue(tokens[i].Text, out var hours))
            {
                found[i] = hours;
            }
            else if (words.HoursIn.TryGetValue(tokens[i].Text, out var each) && i > 0)
            {
                var count = words.Article.Contains(tokens[i - 1].Text) ? 1m : null as decimal?;
                if (count is not null && IsAgo(i - 1, i + 1))
                {
                    found[i] = Math.Max(each, 1);
                }
            }
        }

        foreach (var number in numbers)
        {
            if (
                number.End < tokens.Count
                && words.HoursIn.TryGetValue(tokens[number.End].Text, out var each)
                && number.Value is > 0 and < 10_000
                && IsAgo(number.Start, number.End + 1)
            )
            {
                found[number.End] = (int)Math.Ceiling(Hours(number.Value, each));
            }
        }

        return found;

        // English says it behind ("2 hours ago"), Spanish before ("hace 2 horas").
        bool IsAgo(int start, int end) =>
            (end < tokens.Count && words.Ago.Contains(tokens[end].Text))
            || (start > 0 && words.Ago.Contains(tokens[start - 1].Text));
    }
}
