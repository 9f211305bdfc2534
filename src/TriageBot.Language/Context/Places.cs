using TriageBot.Language.Matching;
using TriageBot.Language.Words;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Context;

/// <summary>Gives each finding that does not say where it is the nearest place of its clause.</summary>
internal static class Places
{
    public static void Apply(Passage passage, ILookup<int, FindingAt> byClause)
    {
        var places = passage.Places.ToLookup(place => passage.Clauses.ClauseOf(place.Hit.Start));
        foreach (var clause in byClause)
        {
            var here = places[clause.Key].ToList();
            if (here.Count == 0)
            {
                GoOnFrom(passage, places[clause.Key - 1].LastOrDefault(), clause);
                continue;
            }

            foreach (var finding in clause.Where(f => f.Observation.Where == Where.Unknown))
            {
                var nearest = here.Where(place => Belongs(passage, place.Hit, finding.Hit))
                    .OrderByDescending(place => place.Where == Where.BothLegs)
                    .ThenBy(place => Math.Abs(place.Hit.Start - finding.Hit.Start))
                    .FirstOrDefault();
                finding.Observation = finding.Observation with { Where = nearest?.Where ?? Where.Unknown };
            }
        }
    }

    /// <summary>
    /// "My leg is not numb but weak": with no new subject and no new place it is still the leg; so is the "it" of a next sentence.
    /// </summary>
    private static void GoOnFrom(Passage passage, PlaceAt? before, IEnumerable<FindingAt> clause)
    {
        foreach (var finding in clause.Where(f => before is not null && f.Observation.Where == Where.Unknown))
        {
            var between = passage.Tokens[before!.Hit.End..finding.Hit.Start];
            var goesOn = passage.Clauses.SameSentence(before.Hit.Start, finding.Hit.Start)
                ? between.TrueForAll(token =>
                    token.Before < Break.Clause && !passage.Grammar.FirstPerson.Contains(token.Text)
                )
                : passage.Clauses.SentenceOf(finding.Hit.Start) == passage.Clauses.SentenceOf(before.Hit.Start) + 1
                    && passage.Clauses.OpensWithIt(finding.Hit.Start);
            if (goesOn)
            {
                finding.Observation = finding.Observation with { Where = before.Where };
            }
        }
    }

    /// <summary>A place before a finding is its own only where no comma parts them: "numb left hand, and some weakness".</summary>
    private static bool Belongs(Passage passage, Hit place, Hit finding)
    {
        for (var i = place.End; i <= finding.Start; i++)
        {
            if (passage.Tokens[i].Before != Break.None)
            {
                return false;
            }
        }

        return true;
    }
}
