namespace TriageBot.Protocols.Proofs;

/// <summary>
/// The codes of what a proof can find. Permanent, like <see cref="Reading.ProtocolCode"/>;
/// <c>docs/protocol-defects.md</c> explains each.
/// </summary>
public static class ProofCode
{
    public const string Endless = "TP101";
    public const string NothingSaid = "TP102";
    public const string EmergencyLost = "TP103";
    public const string FindingLowers = "TP104";
    public const string WorseLowers = "TP105";
    public const string DoubtLowers = "TP106";
    public const string DoubtIsSelfCare = "TP107";
    public const string NoCase = "TP108";
    public const string DeadRule = "TP109";
    public const string NeverAsked = "TP110";
    public const string AnswerLowers = "TP111";
    public const string UnsafeNo = "TP112";
    public const string TooManyQuestions = "TP113";
    public const string NoSelfCare = "TP114";
    public const string EmergencySkipped = "TP115";
    public const string SilenceUnheard = "TP116";
    public const string TooEntangled = "TP117";
    public const string BelowFloor = "TP118";
    public const string WrongInstruction = "TP119";
    public const string NotAsked = "TP120";
    public const string NoFollowUp = "TP121";
    public const string EmergencyLate = "TP122";
    public const string MayWait = "TP123";
    public const string StakesNotReached = "TP124";
}
