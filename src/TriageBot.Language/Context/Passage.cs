using System.Numerics;
using System.Runtime.InteropServices;
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
    /// <summary>Of a text as patients write it.</summary>
    private const int FewHits = 128;

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

    public List<RequestAt> Requests { get; } = [];

    public List<PlaceAt> Places { get; } = [];

    public List<AnswerAt> Answers { get; } = [];

    public Clauses Clauses { get; private set; } = null!;

    public Grammar Grammar => Lexicon.Grammar;

    public static Passage Of(Lexicon lexicon, List<Token> tokens)
    {
        Stutter.TakeOut(tokens, lexicon);
        Topics.Join(tokens, lexicon);
        var passage = new Passage(lexicon, tokens);
        var hits = lexicon.Automaton.Find(tokens);
        var near = hits.Count == 0 ? [] : TakeOut(hits, lexicon);
        passage.Place(passage.Ranked(hits), near);
        passage.Clauses = Clauses.Of(passage);
        return passage;
    }

    /// <summary>The findings that begin at or after one token and before another.</summary>
    public IEnumerable<FindingAt> FindingsBetween(int start, int end) => Placed.Between(Findings, start, end);

    /// <summary>The cues that begin at or after one token and before another.</summary>
    public IEnumerable<CueAt> CuesBetween(int start, int end) => Placed.Between(Cues, start, end);

    /// <summary>Longer phrases first; of two as long, the harmless one, then the one that is said without a "not" inside.</summary>
    private ReadOnlySpan<Hit> Ranked(List<Hit> hits)
    {
        var ranked = CollectionsMarshal.AsSpan(hits);
        Span<ulong> ranks = ranked.Length <= FewHits ? stackalloc ulong[ranked.Length] : new ulong[ranked.Length];
        for (var i = 0; i < ranked.Length; i++)
        {
            var hit = ranked[i];
            ranks[i] =
                ((ulong)(64 - BitOperations.PopCount(hit.Words)) << 57)
                | (Lexicon.Entries[hit.Entry] is Entry.Harmless ? 0 : 1UL << 56)
                | (hit.Negated ? 1UL << 55 : 0)
                | ((ulong)hit.Length << 48)
                | ((ulong)hit.Start << 24)
                | (uint)hit.Entry;
        }

        ranks.Sort(ranked);
        return ranked;
    }

    /// <summary>Takes those hits out that are words of <see cref="NearWords"/>: they are heard by themselves, and rank nowhere.</summary>
    private static List<Hit> TakeOut(List<Hit> hits, Lexicon lexicon)
    {
        var near = new List<Hit>();
        var kept = 0;
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            if (lexicon.NearnessesAt[hit.Entry] is null)
            {
                hits[kept++] = hit;
            }
            else if (!hit.Negated)
            {
                near.Add(hit);
            }
        }

        hits.RemoveRange(kept, hits.Count - kept);
        return near;
    }

    /// <summary>True where nothing but courtesies and words without weight stands around it.</summary>
    private bool IsAll(Hit hit)
    {
        for (var i = 0; i < Tokens.Count; i++)
        {
            var word = Tokens[i].Text;
            if (
                (i < hit.Start || i >= hit.End)
                && !Grammar.Courtesies.Contains(word)
                && !Grammar.PassedOver.Contains(word)
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"The car died" is harmless, "in the car he nearly died" is not: between the phrase's words stands a "he".</summary>
    private bool BringsInSomebody(Hit hit)
    {
        for (var i = hit.Start + 1; i < hit.End; i++)
        {
            var word = Tokens[i].Text;
            var isNamed = ((hit.Words >> (i - hit.Start)) & 1) != 0;
            if (!isNamed && Grammar.Subjects.Contains(word) && !Grammar.Resumes.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    private void Place(ReadOnlySpan<Hit> hits, List<Hit> near)
    {
        var said = new Cover(Tokens.Count);
        var cues = new Cover(Tokens.Count);
        var answers = new Cover(Tokens.Count);
        var backward = new Cover(Tokens.Count);
        var requests = new Cover(Tokens.Count);
        var places = new Cover(Tokens.Count);
        var yielding = new List<FindingAt>();
        var wellness = null as Wellness;

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
                case Entry.Finding { Alone: true } when !IsAll(hit):
                    break;
                case Entry.Finding { Observation: { Polarity: Polarity.Absent, Finding: var id } }
                    when !hit.Negated && (wellness ??= new Wellness(Lexicon, hits)).IsOutweighed(hit, id):
                    break;
                case Entry.Finding { Yields: not Yielding.Never } yields:
                    yielding.Add(new FindingAt(hit, yields));
                    break;
                case Entry.Finding finding when said.Take(hit, finding.Observation.Finding):
                    Findings.Add(new FindingAt(hit, finding));
                    break;
                case Entry.Harmless when !BringsInSomebody(hit):
                    said.Take(hit, "");
                    break;
                case Entry.Request request when requests.Take(hit, request.Id):
                    Requests.Add(new RequestAt(hit, request.Id));
                    break;
                case Entry.Cue cue when CoverOf(cue.Kind).Take(hit, cue.Id):
                    Cues.Add(new CueAt(hit, cue.Kind, cue.Phrase));
                    break;
                case Entry.Place place when places.Take(hit, ""):
                    Places.Add(new PlaceAt(hit, place.Where));
                    break;
                case Entry.YesOrNo answer when answers.Take(hit, ""):
                    Answers.Add(new AnswerAt(hit, answer));
                    break;
            }
        }

        Placed.Sort(Findings);
        Placed.Sort(Cues);
        Placed.Sort(Requests);
        Placed.Sort(Places);
        Placed.Sort(Answers);
        if (near.Count > 1)
        {
            Findings.AddRange(new NearWords(this, said, near).Find());
        }

        foreach (var order in yielding.Count == 0 ? [] : new[] { Yielding.ToOthers, Yielding.ToAll })
        {
            foreach (var finding in yielding)
            {
                if (
                    finding.Entry.Yields == order
                    && !said.Meets(finding.Hit)
                    && said.Take(finding.Hit, finding.Observation.Finding)
                )
                {
                    Findings.Add(finding);
                }
            }
        }

        Cues.RemoveAll(cue => cue.Kind < CueKind.New && cue.Kind != CueKind.LongAgo && said.Hides(cue.Hit));
        Placed.Sort(Findings);
    }
}
