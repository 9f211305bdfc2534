namespace TriageBot.Protocols.Reading;

/// <summary>
/// The codes of protocol defects. Permanent: a code never changes its meaning and is never used again.
/// <c>docs/protocol-defects.md</c> explains each.
/// </summary>
public static class ProtocolCode
{
    public const string NotYaml = "TP001";
    public const string MissingKey = "TP002";
    public const string UnknownKey = "TP003";
    public const string WrongValue = "TP004";
    public const string WrongId = "TP005";
    public const string DuplicateId = "TP006";
    public const string WrongVersion = "TP007";
    public const string WrongDate = "TP008";
    public const string IncludeNotFound = "TP009";
    public const string LooseFile = "TP010";
    public const string UnknownFinding = "TP011";
    public const string UnknownFact = "TP012";
    public const string UnknownQuestion = "TP013";
    public const string ImpossibleAnswer = "TP014";
    public const string UnknownThreshold = "TP015";
    public const string UnknownLine = "TP016";
    public const string UnknownInstruction = "TP017";
    public const string NoSource = "TP018";
    public const string TwoSources = "TP019";
    public const string NoInstruction = "TP020";
    public const string IdleInstruction = "TP021";
    public const string OptionCount = "TP022";
    public const string MixedList = "TP023";
    public const string NoSuchRephrase = "TP024";
    public const string WrongRephrase = "TP025";
    public const string NoLimit = "TP026";
    public const string WrongLimit = "TP027";
    public const string EmptyProtocol = "TP028";
    public const string UncitedLine = "TP029";
    public const string UnheardFinding = "TP030";
    public const string UnsignedApproval = "TP031";
    public const string ReviewDueTooEarly = "TP032";
    public const string QuestionAhead = "TP033";
    public const string EmptyRange = "TP034";
    public const string MisplacedOptions = "TP035";
    public const string UnansweredEmergency = "TP036";
    public const string LoweringRule = "TP037";
    public const string StakesTooLow = "TP038";
    public const string IdleOption = "TP039";
    public const string NotText = "TP040";
    public const string TooLarge = "TP041";
    public const string ThresholdOrder = "TP042";
}
