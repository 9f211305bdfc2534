namespace TriageBot.Host.Chat;

/// <summary>Who opens the page by a patient's link.</summary>
/// <param name="Code">What the link shows.</param>
/// <param name="Language">The patient's.</param>
/// <param name="HasWritten">True where there is an earlier conversation, which the birth date opens.</param>
internal sealed record Visitor(string Code, string Language, bool HasWritten);
