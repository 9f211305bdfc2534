using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Language.Tests.Replies;

/// <summary>Questions of the script as patients see them, and the replies to them.</summary>
internal static class Asked
{
    public static AskedQuestion Emergencies { get; } =
        AnyOf(
            "red-flags-1",
            ("chest_pain", "Chest pain or pressure", [new("chest_pain")]),
            ("breath", "Hard to breathe", [new("shortness_of_breath")]),
            ("fainting", "Passed out", [new("fainting")]),
            (
                "confusion",
                "Mixed up, hard to wake, slurred words, droopy face or a seizure",
                [new("confusion"), new("face_droop"), new("seizure")]
            ),
            ("swollen_face", "Swollen lips, tongue or throat", [new("allergic_reaction") { Where = Where.Face }])
        );

    public static AskedQuestion Others { get; } =
        AnyOf(
            "others",
            ("cough", "Cough", [new("cough")]),
            ("numb", "Numb, or pins and needles", [new("numbness"), new("tingling")]),
            ("weak", "Weak or tired all over", [new("weakness") { Where = Where.AllOver }]),
            ("calf", "One calf swollen or sore", [new("leg_swelling")]),
            ("rash", "Rash or hives", [new("rash"), new("allergic_reaction") { Where = Where.Skin }]),
            (
                "pain",
                "Back or rib pain that is bad (7 to 10) or worse than before",
                [new("back_pain_severe"), new("rib_pain_severe")]
            )
        );

    public static AskedQuestion Fever { get; } = YesNo("fever", "fever", "chills");

    public static AskedQuestion Temperature { get; } = Plain("temperature", QuestionKind.Temperature, "temperature");

    public static AskedQuestion Scale { get; } = Plain("pain", QuestionKind.Scale, "back_pain");

    public static AskedQuestion Phone { get; } = Plain("phone", QuestionKind.Phone, "phone");

    public static AskedQuestion Opening { get; } = Plain("opening", QuestionKind.Text);

    public static AskedQuestion Procedure { get; } =
        Choice(
            "procedure",
            ("kyphoplasty", "Kyphoplasty (a balloon was used)", []),
            ("vertebroplasty", "Vertebroplasty (no balloon)", [])
        );

    public static AskedQuestion HelpComing { get; } =
        Choice("help-coming", ("coming", "Help is coming", []), ("cannot-call", "I cannot call", []));

    public static AskedQuestion WhereNumb { get; } =
        Choice(
            "numbness-where",
            ("limb", "One arm, hand, leg or foot", [new("numbness") { Where = Where.Limb }]),
            ("both", "Both legs, or from the waist down", [new("numbness") { Where = Where.BothLegs }]),
            ("skin", "Just the skin at the small cut", [new("numbness") { Where = Where.Skin }])
        );

    public static AskedQuestion YesNo(string id, params string[] asks) => Plain(id, QuestionKind.YesNo, asks);

    public static Reply Reply(AskedQuestion asked, string text, string language = "en") =>
        Shipped.Reader.ReadReply(asked, Shipped.Reader.Read(text, language), text);

    /// <summary>The answer in a few letters, for tables of tests.</summary>
    public static string Short(Reply reply) =>
        reply.Answer switch
        {
            null => reply.Problem == ReplyProblem.None ? "-" : reply.Problem.ToString(),
            Answer.Yes => "yes",
            Answer.No => "no",
            Answer.Unsure => "unsure",
            Answer.NoThermometer => "no thermometer",
            Answer.Selected { Options.IsEmpty: true } => "none",
            Answer.Selected selected => string.Join(' ', selected.Options),
            Answer.Chosen chosen => chosen.Option,
            Answer.Scale scale => scale.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Answer.Temperature temperature => temperature.Celsius.ToString(
                "0.0",
                System.Globalization.CultureInfo.InvariantCulture
            ),
            Answer.Phone phone => phone.E164,
            Answer.Words words => words.Text,
            var other => other.GetType().Name,
        };

    private static AskedQuestion AnyOf(string id, params (string Id, string Label, Observation[] Finds)[] options) =>
        WithOptions(id, QuestionKind.AnyOf, options);

    private static AskedQuestion Choice(string id, params (string Id, string Label, Observation[] Finds)[] options) =>
        WithOptions(id, QuestionKind.Choice, options);

    private static AskedQuestion WithOptions(
        string id,
        QuestionKind kind,
        (string Id, string Label, Observation[] Finds)[] options
    )
    {
        var asks = options.SelectMany(o => o.Finds).Select(f => f.Finding).Distinct().ToImmutableArray();
        var list = options.Select(o => new Option(o.Id, [.. o.Finds])).ToImmutableArray();
        var question = new Question(id, "section", kind, Stakes.Callback, null, asks, list, [], null, 1);
        return new AskedQuestion(question, [.. options.Select(o => new AskedOption(o.Id, o.Label))]);
    }

    private static AskedQuestion Plain(string id, QuestionKind kind, params string[] asks) =>
        new(new Question(id, "section", kind, Stakes.Callback, null, [.. asks], [], [], null, 1), []);
}
