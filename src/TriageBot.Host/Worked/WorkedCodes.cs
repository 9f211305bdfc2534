namespace TriageBot.Host.Worked;

/// <summary>The codes of mistakes in files of worked conversations. Permanent; <c>docs/writing-cases.md</c> explains each.</summary>
internal static class WorkedCodes
{
    public const string NotYaml = "WC001";
    public const string Missing = "WC002";
    public const string UnknownKey = "WC003";
    public const string WrongValue = "WC004";
    public const string UnknownText = "WC005";
    public const string UnknownRule = "WC006";
    public const string SameName = "WC007";
    public const string NoAct = "WC008";
    public const string NothingExpected = "WC009";
    public const string NotATranscript = "WC010";
}
