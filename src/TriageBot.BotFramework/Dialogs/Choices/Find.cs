namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>Searches a text for choices that it names.</summary>
public static class Find
{
    /// <summary>Finds the choices that a text names.</summary>
    /// <param name="utterance">What the user wrote; null names nothing.</param>
    /// <param name="choices">The values to choose from.</param>
    /// <param name="options">How to search.</param>
    /// <returns>The named choices in the order of the text, each at most once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="choices"/> is null.</exception>
    public static List<ModelResult<FoundChoice>> FindChoices(
        string? utterance,
        IList<string> choices,
        FindChoicesOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, choices.Select(value => new Choice(value)).ToList(), options);
    }

    /// <inheritdoc cref="FindChoices(string, IList{string}, FindChoicesOptions)"/>
    public static List<ModelResult<FoundChoice>> FindChoices(
        string? utterance,
        IList<Choice> choices,
        FindChoicesOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(choices);
        var names = choices.SelectMany(
            (choice, index) => NamesOf(choice, options).Select(name => new SortedValue { Value = name, Index = index })
        );
        return FindValues(utterance, names.ToList(), options).ConvertAll(value => ToChoice(value, choices));
    }

    /// <summary>Finds words in a text. Longer values and closer matches win where matches overlap.</summary>
    /// <param name="utterance">What the user wrote; null contains nothing.</param>
    /// <param name="values">The words to search for; the list is left as it is.</param>
    /// <param name="options">How to search.</param>
    /// <returns>The found words in the order of the text, each index at most once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static List<ModelResult<FoundValue>> FindValues(
        string? utterance,
        List<SortedValue> values,
        FindValuesOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        return new ValueSearch(utterance ?? string.Empty, options ?? new FindValuesOptions()).Run(values);
    }

    private static IEnumerable<string> NamesOf(Choice choice, FindChoicesOptions? options)
    {
        if (choice.Value is { } value && options is not { NoValue: true })
        {
            yield return value;
        }

        if (choice.Action?.Title is { } title && options is not { NoAction: true })
        {
            yield return title;
        }

        foreach (var synonym in choice.Synonyms ?? [])
        {
            yield return synonym;
        }
    }

    private static ModelResult<FoundChoice> ToChoice(ModelResult<FoundValue> value, IList<Choice> choices) =>
        new()
        {
            Start = value.Start,
            End = value.End,
            Text = value.Text,
            TypeName = "choice",
            Resolution = new FoundChoice
            {
                Value = choices[value.Resolution.Index].Value!,
                Index = value.Resolution.Index,
                Score = value.Resolution.Score,
                Synonym = value.Resolution.Value,
            },
        };
}
