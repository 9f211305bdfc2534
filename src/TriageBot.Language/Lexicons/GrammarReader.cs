using TriageBot.Protocols.Reading;

namespace TriageBot.Language.Lexicons;

/// <summary>Reads the little words under <c>grammar</c> of a lexicon.</summary>
internal static class GrammarReader
{
    public static Grammar Read(Node node) =>
        new()
        {
            Subjects = WordLists.Set(node["subjects"]),
            Owners = WordLists.Set(node["owners"]),
            FirstPerson = WordLists.Set(node["first-person"]),
            ThirdPerson = WordLists.Set(node["third-person"]),
            Pasts = WordLists.Set(node["pasts"]),
            And = WordLists.Set(node["and"]),
            Asserts = WordLists.Set(node["asserts"]),
            Conditions = WordLists.Set(node["conditions"]),
            SpeaksBack = WordLists.Set(node["speaks-back"]),
            Nouns = WordLists.Set(node["complaints"]),
            Has = WordLists.Set(node["has"]),
            BeforePlaces = WordLists.Set(node["before-places"]),
            MayAffirm = WordLists.Set(node["may-affirm"]),
            Consequences = WordLists.Set(node["consequences"]),
            Resumes = WordLists.Set(node["resumes"]),
            Or = WordLists.Set(node["or"]),
            Being = WordLists.Set(node["being"]),
            PassedOver = WordLists.Set(node["passed-over"]),
            Strengthened = WordLists.Set(node["strengthened"]),
            Clipped = node["clipped"]
                .Entries.ToDictionary(pair => pair.Key, pair => pair.Value.Scalar ?? "", StringComparer.Ordinal),
            Unclipped = WordLists.Set(node["unclipped"]),
            Hesitations = WordLists.Set(node["hesitations"]),
            Courtesies = WordLists.Set(node["courtesies"]),
            TellsAnew = WordLists.Set(node["tells-anew"]),
            Nows = WordLists.Set(node["nows"]),
            Heads = WordLists.Set(node["heads"]),
            SaidAgain = node["said-again"]
                .Entries.ToDictionary(pair => pair.Key, pair => pair.Value.Scalar ?? "", StringComparer.Ordinal),
            StandsFor = WordLists.Set(node["stands-for"]),
        };
}
