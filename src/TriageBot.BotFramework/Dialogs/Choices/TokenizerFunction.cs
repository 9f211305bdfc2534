namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>Splits a text into words.</summary>
/// <param name="text">The text; null has no words.</param>
/// <param name="locale">The culture of the text, if known.</param>
public delegate List<Token> TokenizerFunction(string? text, string? locale = null);
