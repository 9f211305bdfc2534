namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>A number in a text.</summary>
internal readonly record struct NumberMatch(TextSpan Span, decimal Value);
