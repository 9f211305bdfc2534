namespace TriageBot.Language.Tests;

/// <summary>The lexicons that ship with the product, loaded once.</summary>
internal static class Shipped
{
    /// <summary>The sheet's fever, 100.4 °F, and the pain score from which pain is severe.</summary>
    public static ReaderThresholds Thresholds { get; } = new(38.0m, 7);

    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "dialogs");

    public static LexiconLibrary Lexicons { get; } = LexiconLibrary.Load(Directory);

    public static PatientReader Reader { get; } = new(Lexicons, Thresholds);
}
