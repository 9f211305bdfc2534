using System.Collections.Concurrent;
using System.Collections.Immutable;
using TriageBot.Language.Context;
using TriageBot.Language.Lexicons;
using TriageBot.Language.Numbers;
using TriageBot.Language.Replies;
using TriageBot.Language.Words;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language;

/// <summary>
/// Reads what patients and carers write. Deterministic, safe to share between threads; the work grows in proportion to the
/// text and does not depend on the size of the lexicon.
/// </summary>
/// <param name="lexicons">The phrases.</param>
/// <param name="thresholds">The protocol's numbers.</param>
public sealed class PatientReader(LexiconLibrary lexicons, ReaderThresholds thresholds)
{
    /// <summary>Correcting a word costs more than reading one; beyond so many a text is no patient's.</summary>
    private const int MostCorrections = 400;

    private const int LongestKept = 3;
    private const int MostKept = 256;

    // What buttons send: "1", "0", "no". Most texts of a check-in are one of a handful, and a text is always read the same.
    private readonly ConcurrentDictionary<(string Text, string Language), Reading> kept = new();
    private int keptCount;

    internal LexiconLibrary Lexicons => lexicons;

    internal ReaderThresholds Thresholds => thresholds;

    /// <summary>Everything that a text says.</summary>
    /// <param name="text">Any text; never throws.</param>
    /// <param name="language">The conversation's language. A text in another one is still read, and so are mixed ones.</param>
    public Reading Read(string text, string language)
    {
        if (text.Length > LongestKept)
        {
            return ReadAnew(text, language);
        }

        if (!kept.TryGetValue((text, language), out var reading))
        {
            reading = ReadAnew(text, language);
            // Somebody who sends every text of three characters must not fill the memory with them.
            if (keptCount < MostKept && Interlocked.Increment(ref keptCount) <= MostKept)
            {
                kept.TryAdd((text, language), reading);
            }
        }

        return reading;
    }

    /// <summary>What a reply says to the question that is out, as a typed answer.</summary>
    /// <param name="asked">The question as the patient saw it.</param>
    /// <param name="reading">The reading of <paramref name="text"/>.</param>
    /// <param name="text">The reply.</param>
    public Reply ReadReply(AskedQuestion asked, Reading reading, string text) =>
        ReplyReader.Read(this, asked, reading, text);

    private Reading ReadAnew(string text, string language)
    {
        var raw = Tokenizer.Cut(text);
        var (home, isClear) = LanguageGuess.Of(raw, lexicons.Lexicons, language);
        var (own, heard) = ReadIn(home, raw, isOwn: true);
        var mentions = own.Mentions;
        var requests = own.Requests;
        var yesNo = own.YesNo;
        foreach (var other in lexicons.Lexicons.Where(lexicon => lexicon != home))
        {
            var (foreign, _) = ReadIn(other, raw, isOwn: false);
            mentions = Merge(mentions, heard, foreign.Mentions.RemoveAll(m => IsOwnWord(home, text, m)));
            requests = [.. requests.Union(foreign.Requests)];
            yesNo ??= own.HasAnswerWords ? null : foreign.YesNo;
        }

        return own with
        {
            IsInAnotherLanguage = isClear,
            Mentions = mentions,
            Requests = requests,
            YesNo = yesNo,
            IsBare = own.IsBare || (mentions.IsEmpty && requests.IsEmpty && own.YesNo is null && yesNo is not null),
        };
    }

    /// <summary>What a text says in one language, and where it names a finding, also one of which nothing came: of a film.</summary>
    private (Reading Reading, List<Span> Heard) ReadIn(Lexicon lexicon, List<Token> raw, bool isOwn)
    {
        var tokens = Preparation.Prepare(raw, lexicon, isOwn, MostCorrections);
        var passage = Passage.Of(lexicon, tokens);
        var numbers = NumberReader.Read(tokens, lexicon.Numbers);
        Denials.Apply(passage);
        Attribution.Apply(passage, Durations.HoursAgo(passage, numbers));
        var temperatures = isOwn && numbers.Count > 0 ? new TemperatureReader(passage, numbers).Read().ToList() : [];
        TakenTemperatures.PutInDoubt(passage, temperatures.Select(t => t.Number));
        var settled = lexicons.Absorbs.Apply(
            passage,
            [.. Verdict.Settle(passage, thresholds, PainScores.ByClause(passage, numbers))]
        );
        var reading = new Reading
        {
            Language = lexicon.Language,
            YesNo = Answers.Read(passage),
            HasAnswerWords = passage.Answers.Count > 0,
            IsBare = Answers.IsBare(passage, numbers),
            Numbers = [.. numbers.Where(n => !IsPronoun(n, passage)).Select(n => n.Value)],
            Temperatures = [.. temperatures.Select(t => t.Mention)],
            Onsets = isOwn ? new Onsets(passage, numbers).Read() : [],
            Mentions = WithReadings(settled, temperatures.Select(t => t.Mention), passage),
            Requests = [.. passage.Requests.Select(r => r.Id).Distinct(StringComparer.Ordinal)],
            Places = [.. passage.Places.Select(p => p.Where)],
        };
        return (reading, isOwn ? [.. passage.Findings.Select(f => SpanOf(f, passage))] : []);
    }

    /// <summary>The "one" of "one leg" counts nothing.</summary>
    private static bool IsPronoun(NumberAt number, Passage passage)
    {
        if (!number.InWords || number.Value != 1 || number.End - number.Start != 1)
        {
            return false;
        }

        var joinedBefore =
            number.Start > 0 && passage.Tokens[number.Start].Before == Break.None && IsPlain(number.Start - 1);
        var joinedAfter =
            number.End < passage.Tokens.Count && passage.Tokens[number.End].Before == Break.None && IsPlain(number.End);
        return joinedBefore || joinedAfter;

        bool IsPlain(int i)
        {
            var word = passage.Tokens[i].Text;
            var words = passage.Lexicon.Numbers;
            return passage.Tokens[i].Kind == TokenKind.Word
                && !words.Values.ContainsKey(word)
                && !words.Among.Contains(word)
                && !words.And.Contains(word)
                && !words.HoursIn.ContainsKey(word);
        }
    }

    private ImmutableArray<Mention> WithReadings(
        List<FindingAt> findings,
        IEnumerable<TemperatureMention> temperatures,
        Passage passage
    )
    {
        var mentions = findings
            .Select(f => new Mention(f.Observation, SpanOf(f, passage), f.Entry.Phrase, f.Cue))
            .ToList();
        foreach (var reading in temperatures.Where(t => t.Celsius is not null))
        {
            mentions.Add(
                new Mention(new Observation("temperature") { Celsius = reading.Celsius }, reading.Span, "temperature")
            );
            if (reading.Celsius >= thresholds.Fever && !mentions.Exists(IsFever))
            {
                mentions.Add(new Mention(new Observation("fever"), reading.Span, "temperature"));
            }
        }

        return [.. mentions.OrderBy(m => m.Span.Start)];

        static bool IsFever(Mention m) =>
            m.Observation is { Finding: "fever", Polarity: Polarity.Present } && m.IsCurrent();
    }

    private static Span SpanOf(FindingAt finding, Passage passage)
    {
        var start = passage.Tokens[finding.Hit.Start].Start;
        return new Span(start, passage.Tokens[finding.Hit.End - 1].End - start);
    }

    /// <summary>One word that both languages have ("angina") means what the text's own language makes of it.</summary>
    private static bool IsOwnWord(Lexicon home, string text, Mention mention)
    {
        var said = text.AsSpan(mention.Span.Start, mention.Span.Length);
        return !said.ContainsAny(' ', '\n') && home.Automaton.Knows(Folding.Word(said.ToString()));
    }

    /// <summary>What the other language adds; where both read the same words, the text's own language is right.</summary>
    private static ImmutableArray<Mention> Merge(
        ImmutableArray<Mention> own,
        List<Span> heard,
        ImmutableArray<Mention> foreign
    )
    {
        var added = foreign
            .Where(f => !own.Any(o => Touch(o.Span, f.Span)) && !heard.Exists(span => Touch(span, f.Span)))
            .ToList();
        return added.Count == 0 ? own : [.. own.Concat(added).OrderBy(m => m.Span.Start)];

        static bool Touch(Span a, Span b) => a.Start < b.Start + b.Length && b.Start < a.Start + a.Length;
    }
}
