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
                continue;
            }

            foreach (var finding in clause.Where(f => f.Observation.Where == Where.Unknown))
            {
                var nearest = here.OrderByDescending(p => p.Where == Where.BothLegs)
                    .ThenBy(p => Math.Abs(p.Hit.Start - finding.Hit.Start))
                    .First();
                finding.Observation = finding.Observation with { Where = nearest.Where };
            }
        }
    }
}
