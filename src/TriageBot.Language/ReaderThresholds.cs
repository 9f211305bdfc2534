namespace TriageBot.Language;

/// <summary>Clinical numbers that turn a reading into a finding. The protocol gives them; the reader holds none.</summary>
/// <param name="Fever">From here on a temperature is a fever, in degrees Celsius, inclusive.</param>
/// <param name="SeverePain">From here on a pain score is severe, 0 to 10, inclusive.</param>
public sealed record ReaderThresholds(decimal Fever, int SeverePain);
