using System.Collections.Frozen;

namespace TriageBot.Protocols.Findings;

/// <summary>
/// The closed list of words that rules, lexicons, worked conversations, the API and the records use for what a patient
/// can report. An id is snake_case and never changes its meaning; a new meaning gets a new id.
/// </summary>
public static class Vocabulary
{
    /// <summary>Ids of findings: signs and symptoms that a patient or carer reports.</summary>
    public static FrozenSet<string> Findings { get; } =
        Words(
            """
            fever chills temperature redness swelling incision_pain bleeding heavy_bleeding discharge pus
            back_pain_severe rib_pain_severe back_pain_mild cough coughing_blood shortness_of_breath chest_pain
            numbness tingling weakness paralysis bladder_bowel saddle_numbness fainting confusion seizure face_droop
            stiff_neck leg_swelling allergic_reaction rash suicidal overdose fall vomiting_blood constipation bruise
            itch wound_opened infection_suspected nausea
            """
        );

    /// <summary>Ids of what a writer wants or declares, beside findings. Rules may name them like findings.</summary>
    public static FrozenSet<string> Intents { get; } =
        Words("wants_nurse says_emergency opt_out wrong_number thanks help");

    /// <summary>Names that a question's <c>asks</c> may carry beside findings: facts that are not symptoms.</summary>
    public static FrozenSet<string> Facts { get; } =
        Words(
            """
            back_pain rib_pain bleeding_amount incision_pain_trend weakness_kind numbness_where blood_thinner procedure
            who name phone good_time medicine_taken feeling_hot onset silent skipped
            """
        );

    private static readonly FrozenDictionary<string, ulong> bits = Findings
        .Concat(Intents)
        .Select((id, index) => (id, Bit: 1UL << (index % 64)))
        .ToFrozenDictionary(pair => pair.id, pair => pair.Bit, StringComparer.Ordinal);

    /// <summary>What a rule is about that speaks of an answer alone: of no finding in particular.</summary>
    public const string Unclear = "unclear";

    /// <summary>True where <paramref name="id"/> may be observed: a finding or an intent.</summary>
    public static bool IsObservable(string id) => Findings.Contains(id) || Intents.Contains(id);

    /// <summary>
    /// The bit of an id in a set of ids: sets without a bit in common have no id in common. Ids may share a bit, and an id
    /// of no list has them all.
    /// </summary>
    internal static ulong BitOf(string id) => bits.GetValueOrDefault(id, ulong.MaxValue);

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
