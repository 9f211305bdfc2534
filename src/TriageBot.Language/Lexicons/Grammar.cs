namespace TriageBot.Language.Lexicons;

/// <summary>The little words that scopes of denial and time depend on.</summary>
internal sealed class Grammar
{
    /// <summary>"i", "she": a new statement begins.</summary>
    public required HashSet<string> Subjects { get; init; }

    /// <summary>"i", "my", "me": the writer speaks of the patient again.</summary>
    public required HashSet<string> FirstPerson { get; init; }

    /// <summary>"he", "his": somebody else is spoken of, or the patient by who writes for them.</summary>
    public required HashSet<string> ThirdPerson { get; init; }

    /// <summary>"couldn't", "tenía": what is told with one of them behind "last year" was so last year.</summary>
    public required HashSet<string> Pasts { get; init; }

    /// <summary>"my", "the": a new statement begins if something was said before.</summary>
    public required HashSet<string> Owners { get; init; }

    public required HashSet<string> And { get; init; }

    public required HashSet<string> Or { get; init; }

    /// <summary>"some", "a little": what follows a comma and one of these is there, whatever was denied before.</summary>
    public required HashSet<string> Asserts { get; init; }

    /// <summary>"it", "they": behind a comma they speak of what was named before it.</summary>
    public required HashSet<string> Resumes { get; init; }

    /// <summary>"is", "feels".</summary>
    public required HashSet<string> Being { get; init; }

    /// <summary>Words without weight that may stand anywhere inside a phrase.</summary>
    public required HashSet<string> PassedOver { get; init; }

    /// <summary>"No", "cannot": inside a finding, a "none" behind it strengthens them and denies nothing.</summary>
    public required HashSet<string> Strengthened { get; init; }

    /// <summary>"if", "when": what hangs on one of them is supposed, over commas too.</summary>
    public required HashSet<string> Conditions { get; init; }

    /// <summary>"it", "that": where a clause begins with one, it speaks of what the last one named.</summary>
    public required HashSet<string> SpeaksBack { get; init; }

    /// <summary>Conditions that are a "yes" as well, where a sentence opens with them: "si".</summary>
    public required HashSet<string> MayAffirm { get; init; }

    /// <summary>"hago", "llamo": what is done if it should come to it.</summary>
    public required HashSet<string> Consequences { get; init; }

    /// <summary>What letters behind an apostrophe stand for: the "s" of "foot's" for "is".</summary>
    public required Dictionary<string, string> Clipped { get; init; }

    /// <summary>Words with an apostrophe that phrases name as they are: "its", "moms".</summary>
    public required HashSet<string> Unclipped { get; init; }

    /// <summary>"um", "este": taken out before anything is read.</summary>
    public required HashSet<string> Hesitations { get; init; }

    /// <summary>Words that make nothing of an answer: "please", "thanks", "sir".</summary>
    public required HashSet<string> Courtesies { get; init; }

    /// <summary>"had", "took": behind a comma one tells of something else, unless an "it" follows: ", had a bypass in 2003".</summary>
    public required HashSet<string> TellsAnew { get; init; }

    /// <summary>"now": behind a comma, and behind a time long ago, it begins what is so today.</summary>
    public required HashSet<string> Nows { get; init; }

    /// <summary>"problems", "symptoms": a denial of one goes on over the names behind it: "no problems, fever or chills".</summary>
    public required HashSet<string> Heads { get; init; }

    /// <summary>
    /// What stands again for what was just named ("my leg, it is weak"), and what remains of it without that: "its" leaves "is".
    /// </summary>
    public required Dictionary<string, string> SaidAgain { get; init; }

    /// <summary>"one" of "this leg, the left one, …".</summary>
    public required HashSet<string> StandsFor { get; init; }

    /// <summary>"tingling", "trouble": where a finding begins with one, it may be an item of a list.</summary>
    public required HashSet<string> Nouns { get; init; }

    /// <summary>"having", "got": what follows is there, and no item of a list that is denied.</summary>
    public required HashSet<string> Has { get; init; }

    /// <summary>"in", "around": what follows is the place of what was named, and no statement of its own.</summary>
    public required HashSet<string> BeforePlaces { get; init; }
}
