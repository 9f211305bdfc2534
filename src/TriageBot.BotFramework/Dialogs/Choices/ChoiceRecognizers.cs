using TriageBot.BotFramework.Dialogs.Recognizers;

namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>Reads which choice the user means: by its name, else by its position, else by its number.</summary>
public class ChoiceRecognizers
{
    /// <summary>Reads which choices a text means.</summary>
    /// <param name="utterance">What the user wrote; null means nothing.</param>
    /// <param name="choices">The values to choose from.</param>
    /// <param name="options">How to read; the locale decides the words for numbers and positions.</param>
    /// <returns>The choices in the order of the text.</returns>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string? utterance,
        IList<string> choices,
        FindChoicesOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(choices);
        return RecognizeChoices(utterance, choices.Select(value => new Choice(value)).ToList(), options);
    }

    /// <inheritdoc cref="RecognizeChoices(string, IList{string}, FindChoicesOptions)"/>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string? utterance,
        IList<Choice> list,
        FindChoicesOptions? options = null
    )
    {
        utterance ??= string.Empty;
        options ??= new FindChoicesOptions();

        // One way of reading per text: in "the first division book" the word "first" belongs to a name.
        var named = Find.FindChoices(utterance, list, options);
        if (named.Count > 0)
        {
            return named;
        }

        if (options.RecognizeOrdinals)
        {
            var ordinals = OrdinalRecognizer.Recognize(utterance, options.Locale);
            if (ordinals.Count > 0)
            {
                return AtIndexes(ordinals.Select(match => (match.Span, match.IndexIn(list.Count))), list);
            }
        }

        return options.RecognizeNumbers
            ? AtIndexes(
                NumberRecognizer.Recognize(utterance, options.Locale).Select(match => (match.Span, match.Value - 1)),
                list
            )
            : [];
    }

    private static List<ModelResult<FoundChoice>> AtIndexes(
        IEnumerable<(TextSpan Span, decimal Index)> matches,
        IList<Choice> list
    ) =>
        matches
            .Where(match => match.Index >= 0 && match.Index < list.Count && decimal.IsInteger(match.Index))
            .Select(match => new ModelResult<FoundChoice>
            {
                Start = match.Span.Start,
                End = match.Span.End,
                Text = match.Span.Text,
                TypeName = "choice",
                Resolution = new FoundChoice
                {
                    Value = list[(int)match.Index].Value!,
                    Index = (int)match.Index,
                    Score = 1,
                },
            })
            .ToList();
}
