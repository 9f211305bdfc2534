using TriageBot.BotFramework.Dialogs.Choices;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.BotFramework.State;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>
/// What a stored dialog stack holds, under the names that the database keeps; every list begins with them.
/// </summary>
internal static class DialogStateTypes
{
    public static void Register(StateTypes types) =>
        types
            .Register("dialog-state", WriteState, ReadState)
            .Register("dialog-instance", WriteInstance, ReadInstance)
            .Register("prompt-options", WriteOptions, ReadOptions)
            .Register("choice", WriteChoice, ReadChoice)
            .Register("found-choice", WriteFound, ReadFound)
            .Register("list-style", WriteStyle, ReadStyle)
            .Register("attachment", BotJson.Of<Attachment>())
            .Register("date-time-resolution", BotJson.Of<DateTimeResolution>());

    private static void WriteState(DialogState state, StateWriter writer) => writer.Write("stack", state.DialogStack);

    private static DialogState ReadState(StateReader reader) => new(reader.Read<List<DialogInstance>>("stack"));

    private static void WriteInstance(DialogInstance instance, StateWriter writer)
    {
        writer.Write("id", instance.Id);
        writer.Write("version", instance.Version);
        writer.Write("stackIndex", instance.StackIndex);
        writer.Write("state", instance.State as Dictionary<string, object> ?? new(instance.State));
    }

    private static DialogInstance ReadInstance(StateReader reader) =>
        new()
        {
            Id = reader.Read<string>("id")!,
            Version = reader.Read<string>("version"),
            StackIndex = reader.Read<int?>("stackIndex"),
            State = reader.Read<Dictionary<string, object>>("state") ?? [],
        };

    private static void WriteOptions(PromptOptions options, StateWriter writer)
    {
        writer.Write("prompt", options.Prompt);
        writer.Write("retryPrompt", options.RetryPrompt);
        writer.Write("choices", options.Choices?.ToList());
        writer.Write("style", options.Style);
        writer.Write("validations", options.Validations);
        writer.Write("language", options.RecognizeLanguage);
    }

    private static PromptOptions ReadOptions(StateReader reader) =>
        new()
        {
            Prompt = reader.Read<Activity>("prompt"),
            RetryPrompt = reader.Read<Activity>("retryPrompt"),
            Choices = reader.Read<List<Choice>>("choices"),
            Style = reader.Read<ListStyle?>("style"),
            Validations = reader.Read<object>("validations"),
            RecognizeLanguage = reader.Read<string>("language"),
        };

    private static void WriteChoice(Choice choice, StateWriter writer)
    {
        writer.Write("value", choice.Value);
        writer.Write("action", choice.Action);
        writer.Write("synonyms", choice.Synonyms);
    }

    private static Choice ReadChoice(StateReader reader) =>
        new(reader.Read<string>("value"))
        {
            Action = reader.Read<CardAction>("action"),
            Synonyms = reader.Read<List<string>>("synonyms") ?? [],
        };

    private static void WriteFound(FoundChoice found, StateWriter writer)
    {
        writer.Write("value", found.Value);
        writer.Write("index", found.Index);
        writer.Write("score", (double)found.Score);
        writer.Write("synonym", found.Synonym);
    }

    private static FoundChoice ReadFound(StateReader reader) =>
        new()
        {
            Value = reader.Read<string>("value")!,
            Index = reader.Read<int>("index"),
            Score = (float)reader.Read<double>("score"),
            Synonym = reader.Read<string>("synonym"),
        };

    private static void WriteStyle(ListStyle style, StateWriter writer) => writer.Write("style", style.ToString());

    private static ListStyle ReadStyle(StateReader reader) =>
        Enum.TryParse<ListStyle>(reader.Read<string>("style"), out var style) ? style : ListStyle.Auto;
}
