namespace TriageBot.Language.Lexicons;

/// <summary>Permanent codes of what can be wrong in a lexicon.</summary>
internal static class LexiconCodes
{
    public const string NotYaml = "LX001";
    public const string Missing = "LX002";
    public const string UnknownKey = "LX003";
    public const string UnknownFinding = "LX004";
    public const string UnknownAttribute = "LX005";
    public const string BadPhrase = "LX006";
    public const string UnknownClass = "LX007";
    public const string Duplicate = "LX008";
    public const string NeverMatches = "LX009";
    public const string HarmlessMatches = "LX010";
    public const string BadNumber = "LX011";
    public const string UnknownCue = "LX012";
    public const string NoLanguage = "LX013";
    public const string NeverHeard = "LX014";
}
