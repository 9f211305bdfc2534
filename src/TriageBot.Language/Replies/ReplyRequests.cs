namespace TriageBot.Language.Replies;

/// <summary>Ids of the lexicon's requests that tell something about the question that is out.</summary>
internal static class ReplyRequests
{
    /// <summary>"not today but yesterday", "not anymore": no plain no to what was asked since the procedure.</summary>
    public const string SaidEarlier = "said_earlier";

    /// <summary>"never mind": takes back what was said, and answers nothing.</summary>
    public const string NeverMind = "never_mind";

    /// <summary>"it stopped".</summary>
    public const string HasStopped = "has_stopped";

    /// <summary>"it has not stopped".</summary>
    public const string NotStopped = "not_stopped";

    /// <summary>"worse now".</summary>
    public const string GotWorse = "got_worse";

    /// <summary>"I have no thermometer", "I have not taken it".</summary>
    public const string NoThermometer = "no_thermometer";

    public const string TakesBloodThinner = "takes_blood_thinner";

    public const string NoBloodThinner = "no_blood_thinner";

    /// <summary>True where a "no" in the text is not one to what was asked since the procedure.</summary>
    public static bool LeaveOpen(Reading reading) =>
        reading.Requests.Contains(SaidEarlier) || reading.Requests.Contains(NeverMind);

    /// <summary>A request that chooses an option has the option's id behind this.</summary>
    public const string Option = "option_";
}
