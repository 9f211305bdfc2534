namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>A part of a text; <paramref name="End"/> is its last character, inclusive.</summary>
internal readonly record struct TextSpan(int Start, int End, string Text)
{
    public static TextSpan Of(string text, int start, int end) => new(start, end, text[start..(end + 1)]);
}
