namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>One search for words in one text. Positions are word positions until a match is reported.</summary>
internal sealed class ValueSearch(string utterance, FindValuesOptions options)
{
    private const int DefaultMaxTokenDistance = 2;

    private readonly TokenizerFunction tokenizer = options.Tokenizer ?? Tokenizer.DefaultTokenizer;

    private List<Token> tokens = [];

    public List<ModelResult<FoundValue>> Run(IReadOnlyList<SortedValue> values)
    {
        if (values.FirstOrDefault(IsWholeUtterance) is { } exact)
        {
            return [Report(exact, 0, utterance.Length - 1, 1)];
        }

        tokens = tokenizer(utterance, options.Locale);
        var candidates = values
            .OrderByDescending(value => value.Value.Length)
            .SelectMany(MatchesOf)
            .OrderByDescending(match => match.Score);
        return WithoutOverlaps(candidates)
            .Select(match => Report(match.Value, tokens[match.First].Start, tokens[match.Last].End, match.Score))
            .OrderBy(result => result.Start)
            .ToList();
    }

    private bool IsWholeUtterance(SortedValue value) =>
        utterance.Length > 0 && value.Value.Equals(utterance, StringComparison.OrdinalIgnoreCase);

    // A value may occur more than once: "the last time I chose the last one".
    private IEnumerable<Match> MatchesOf(SortedValue value)
    {
        var words = tokenizer(value.Value.Trim(), options.Locale);
        var from = 0;
        while (from < tokens.Count && MatchFrom(from, value, words) is { } match)
        {
            yield return match;
            from = match.Last + 1;
        }
    }

    // The words of the value must occur in their order, with few words between them: "second last" matches
    // "the second from last one", and not "the last from the second one".
    private Match? MatchFrom(int from, SortedValue value, List<Token> words)
    {
        var maxDistance = options.MaxTokenDistance ?? DefaultMaxTokenDistance;
        int matched = 0,
            skipped = 0,
            first = -1,
            last = -1;
        foreach (var word in words)
        {
            var position = tokens.FindIndex(from, token => token.Normalized == word.Normalized);
            var distance = matched > 0 ? position - from : 0;
            if (position < 0 || distance > maxDistance)
            {
                continue;
            }

            matched++;
            skipped += distance;
            first = first < 0 ? position : first;
            last = position;
            from = position + 1;
        }

        if (matched == 0 || (matched < words.Count && !options.AllowPartialMatches))
        {
            return null;
        }

        var completeness = (float)matched / words.Count;
        var accuracy = (float)matched / (matched + skipped);
        return new Match(value, first, last, completeness * accuracy);
    }

    private static IEnumerable<Match> WithoutOverlaps(IEnumerable<Match> candidates)
    {
        var foundIndexes = new HashSet<int>();
        var usedTokens = new HashSet<int>();
        foreach (var match in candidates)
        {
            var span = Enumerable.Range(match.First, match.Last - match.First + 1).ToList();
            if (!foundIndexes.Contains(match.Value.Index) && !span.Exists(usedTokens.Contains))
            {
                foundIndexes.Add(match.Value.Index);
                usedTokens.UnionWith(span);
                yield return match;
            }
        }
    }

    private ModelResult<FoundValue> Report(SortedValue value, int start, int end, float score) =>
        new()
        {
            Start = start,
            End = end,
            Text = utterance[start..(end + 1)],
            TypeName = "value",
            Resolution = new FoundValue
            {
                Value = value.Value,
                Index = value.Index,
                Score = score,
            },
        };

    private sealed record Match(SortedValue Value, int First, int Last, float Score);
}
