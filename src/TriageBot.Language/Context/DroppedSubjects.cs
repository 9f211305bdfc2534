using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>
/// "The dog barked all night, can't breathe": behind a comma or an "and" nobody is named, so that the writer may speak of
/// themselves and not of the dog.
/// </summary>
internal static class DroppedSubjects
{
    /// <summary>So many words make a statement of their own.</summary>
    private const int LeastStatement = 2;

    /// <summary>True where a finding may be the writer's own although a cue before it speaks of something else.</summary>
    public static bool MayBeOwn(Passage passage, CueAt cue, FindingAt finding)
    {
        var start = StartOfPart(passage, cue, finding);
        if (start is not { } part || passage.FindingsBetween(cue.Hit.Start, part).Any())
        {
            // "The dog coughed, threw up blood": of the dog something is told already.
            return false;
        }

        var grammar = passage.Grammar;
        if (part == cue.Hit.End && grammar.Nouns.Contains(passage.Tokens[finding.Hit.Start].Text))
        {
            // "They shot the sheriff on my western, blood everywhere": what was seen there.
            return false;
        }

        return Enumerable
                .Range(part, finding.Hit.End - part)
                .All(i => !grammar.ThirdPerson.Contains(passage.Tokens[i].Text))
            // "…, the rich uncle collapses"
            && Enumerable.Range(part, finding.Hit.Start - part).All(i => IsLittle(grammar, passage.Tokens[i].Text));
    }

    private static bool IsLittle(Grammar grammar, string word) =>
        grammar.Nows.Contains(word) || grammar.PassedOver.Contains(word);

    /// <summary>
    /// "Last year they did my knee, can't breathe": what is dated says so much itself that the date need not go on; in "In 2019,
    /// passed out twice" and "Last year I had asthma and couldn't breathe" it does.
    /// </summary>
    public static bool MayBeNow(Passage passage, CueAt cue, FindingAt finding)
    {
        var grammar = passage.Grammar;
        return StartOfPart(passage, cue, finding) is { } part
            && part - cue.Hit.End >= LeastStatement
            // "In case I pass out and hit my head": an "if" goes on.
            && !Any(cue.Hit.Start, cue.Hit.End, grammar.Conditions)
            && !Any(part, finding.Hit.End, grammar.Pasts)
            && MayBeOwn(passage, cue, finding);

        bool Any(int from, int to, HashSet<string> words) =>
            Enumerable.Range(from, to - from).Any(i => words.Contains(passage.Tokens[i].Text));
    }

    /// <summary>Where the part of the sentence begins that a finding behind a cue stands in; null for the cue's own.</summary>
    private static int? StartOfPart(Passage passage, CueAt cue, FindingAt finding)
    {
        for (var start = finding.Hit.Start; start >= cue.Hit.End; start--)
        {
            if (BeginsPart(passage, start))
            {
                return start;
            }
        }

        return null;
    }

    private static bool BeginsPart(Passage passage, int i) =>
        passage.Tokens[i].Before >= Break.Comma || passage.Grammar.And.Contains(passage.Tokens[i - 1].Text);
}
