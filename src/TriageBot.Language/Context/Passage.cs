using System.Numerics;
using TriageBot.Language.Lexicons;
using TriageBot.Language.Matching;
using TriageBot.Language.Words;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Context;

/// <summary>
/// One text as one lexicon sees it: its words and the phrases found in them, of which a longer one hides the shorter ones
/// that it is made of ("coughing blood" hides "coughing").
/// </summary>
internal sealed class Passage
{
    private Passage(Lexicon lexicon, List<Token> tokens)
    {
        Lexicon = lexicon;
        Tokens = tokens;
    }

    public Lexicon Lexicon { get; }

    public List<Token> Tokens { get; }

    /// <summary>In the order of the text.</summary>
    public List<FindingAt> Findings { get; } = [];

    public List<CueAt> Cues { get; } = [];

    public List<(Hit Hit, string Id)> Requests { get; } = [];

    public List<(Hit Hit, Where Where)> Places { get; } = [];

    public List<(Hit Hit, Entry.YesOrNo Answer)> Answers { get; } = [];

    public Clauses Clauses { get; private set; } = null!;

    public Grammar Grammar => Lexicon.Grammar;

    public static Passage Of(Lexicon lexicon, List<Token> tokens)
    {
        var passage = new Passage(lexicon, tokens);
        var hits = lexicon
            .Automaton.Find(tokens)
            .OrderByDescending(hit => BitOperations.PopCount(hit.Words))
            .ThenBy(hit => lexicon.Entries[hit.Entry] is Entry.Harmless ? 0 : 1)
            .ThenBy(hit => hit.Negated)
            .ThenBy(hit => hit.Length)
            .ThenBy(hit => hit.Start)
            .ThenBy(hit => hit.Entry)
            .ToList();
        passage.Place(hits);
        passage.Clauses = Clauses.Of(passage);
        return passage;
    }

    /// <summary>The findings that begin at or after one token and before another.</summary>
    public IEnumerable<FindingAt> FindingsBetween(int start, int end)
    {
        var (low, high) = (0, Findings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Findings[middle].Hit.Start < start ? (middle + 1, high) : (low, middle);
        }

        for (; low < Findings.Count && Findings[low].Hit.Start < end; low++)
        {
            yield return Findings[low];
        }
    }

    private void Place(List<Hit> hits)
    {
        var said = new Cover(Tokens.Count);
        var cues = new Cover(Tokens.Count);
        var answers = new Cover(Tokens.Count);
        var backward = new Cover(Tokens.Count);
        var requests = new Cover(Tokens.Count);
        var places = new Cover(Tokens.Count);
        var yielding = new List<Hit>();

        // "No issues" denies what stands before it, and its "no" what follows.
        Cover CoverOf(CueKind kind) => kind is CueKind.DeniesBefore or CueKind.AffirmsBefore ? backward : cues;
        foreach (var hit in hits)
        {
            var entry = Lexicon.Entries[hit.Entry];
            if (hit.Negated && entry is not Entry.Finding)
            {
                continue;
            }

            switch (entry)
            {
                case Entry.Finding { Yields: not Yielding.Never }:
                    yielding.Add(hit);
                    break;
                case Entry.Finding finding when said.Take(hit, finding.Observation.Finding):
                    Findings.Add(new FindingAt(hit, finding));
                    break;
                case Entry.Harmless:
                    said.Take(hit, "");
                    break;
                case Entry.Request request when requests.Take(hit, request.Id):
                    Requests.Add((hit, request.Id));
                    break;
                case Entry.Cue cue when CoverOf(cue.Kind).Take(hit, cue.Id):
                    Cues.Add(new CueAt(hit, cue.Kind, cue.Phrase));
                    break;
                case Entry.Place place when places.Take(hit, ""):
                    Places.Add((hit, place.Where));
                    break;
                case Entry.YesOrNo answer when answers.Take(hit, ""):
                    Answers.Add((hit, answer));
                    break;
            }
        }

        foreach (
            var hit in yielding
                .OrderBy(hit => ((Entry.Finding)Lexicon.Entries[hit.Entry]).Yields)
                .Where(hit => !said.Meets(hit))
        )
        {
            var finding = (Entry.Finding)Lexicon.Entries[hit.Entry];
            if (said.Take(hit, finding.Observation.Finding))
            {
                Findings.Add(new FindingAt(hit, finding));
            }
        }

        Cues.RemoveAll(cue => cue.Kind < CueKind.New && cue.Kind != CueKind.LongAgo && said.Hides(cue.Hit));
        Findings.Sort((a, b) => a.Hit.Start.CompareTo(b.Hit.Start));
        Cues.Sort((a, b) => a.Hit.Start.CompareTo(b.Hit.Start));
        Requests.Sort((a, b) => a.Hit.Start.CompareTo(b.Hit.Start));
        Places.Sort((a, b) => a.Hit.Start.CompareTo(b.Hit.Start));
        Answers.Sort((a, b) => a.Hit.Start.CompareTo(b.Hit.Start));
    }

    /// <summary>Which words longer phrases have taken.</summary>
    private sealed class Cover(int tokens)
    {
        private readonly List<(Hit Hit, string Id)>?[] at = new List<(Hit, string)>?[tokens];

        /// <summary>False where a longer phrase has all of the words, or where the same thing was said by some of them.</summary>
        public bool Take(Hit hit, string id)
        {
            for (var i = hit.Start; i < hit.End; i++)
            {
                foreach (var (taken, takenId) in at[i] ?? [])
                {
                    var same = taken.Covers(hit) && hit.Covers(taken);
                    var isHarmless = takenId.Length == 0 && id.Length > 0;
                    if ((taken.Covers(hit) && !same) || ((takenId == id || isHarmless) && taken.Overlaps(hit)))
                    {
                        return false;
                    }
                }
            }

            for (var i = hit.Start; i < hit.End; i++)
            {
                (at[i] ??= []).Add((hit, id));
            }

            return true;
        }

        public bool Meets(Hit hit)
        {
            for (var i = hit.Start; i < hit.End; i++)
            {
                if ((at[i] ?? []).Exists(taken => taken.Hit.Overlaps(hit)))
                {
                    return true;
                }
            }

            return false;
        }

        public bool Hides(Hit hit) =>
            (at[hit.Start] ?? []).Exists(taken => taken.Id.Length > 0 && taken.Hit.Covers(hit));
    }
}
