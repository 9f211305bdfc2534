namespace TriageBot.Language.Context;

/// <summary>What a denial names before the first comma, where the reader knows no finding in it.</summary>
internal static class DeniedObject
{
    /// <summary>"No blurred vision, chest pain or …" is a list of which the reader does not know the first.</summary>
    private const int FewestElse = 3;

    /// <summary>
    /// True where it is a matter of its own, so that what follows is not denied: "I haven't been to the garden, short of breath",
    /// "it's not the back, …"; false for "no problems, fever or chills".
    /// </summary>
    /// <param name="passage">The text.</param>
    /// <param name="denial">A denial that no finding followed yet.</param>
    /// <param name="comma">Index of the token behind the comma.</param>
    public static bool IsSomethingElse(Passage passage, CueAt denial, int comma)
    {
        var grammar = passage.Grammar;
        if (grammar.Or.Contains(passage.Tokens[comma].Text))
        {
            return false;
        }

        var others = 0;
        for (var i = denial.Hit.End; i < comma; i++)
        {
            var word = passage.Tokens[i].Text;
            if (grammar.Heads.Contains(word))
            {
                return false;
            }

            // "Not the back": one thing that both know of, and no list of names.
            others +=
                grammar.Owners.Contains(word) ? FewestElse - 1
                : grammar.PassedOver.Contains(word) || grammar.Courtesies.Contains(word) ? 0
                : 1;
        }

        return others >= FewestElse;
    }
}
