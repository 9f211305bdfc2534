using System.Collections.Frozen;
using TriageBot.Language.Matching;
using TriageBot.Language.Words;
using TriageBot.Protocols.Reading;

namespace TriageBot.Language.Lexicons;

/// <summary>Makes one <see cref="Lexicon"/> of <c>lexicon/LANGUAGE.yaml</c> and that language's part of <c>red-flags.yaml</c>.</summary>
internal static class LexiconReader
{
    /// <returns>The lexicon, and its phrases as they were read: half of the memory, and nothing that reading a text needs.</returns>
    /// <param name="file">The language's own file.</param>
    /// <param name="redFlags">Its part of the red flags.</param>
    /// <param name="compiled">The automaton of the very same files where there is one; null where it is to be built.</param>
    public static (Lexicon Lexicon, PhraseBook Book) Read(
        Node file,
        IEnumerable<(string Finding, Node Phrases)> redFlags,
        Automaton? compiled
    )
    {
        var forms = ReadForms(file["forms"]);
        var book = new PhraseBook(forms, compiled);
        var language = file.Text("language", LexiconCodes.Missing);
        var numbers = ReadNumbers(file["numbers"]);
        var grammarNode = file["grammar"];
        var grammar = GrammarReader.Read(grammarNode);
        DefineWords(file["words"], numbers, book);

        FindingPhrases.Read(file["findings"], book);
        FindingPhrases.Read(file["intents"], book);
        foreach (var (finding, phrases) in redFlags)
        {
            FindingPhrases.ReadOne(finding, phrases, book);
        }

        Each(file["harmless"], "harmless", book, phrase => new Entry.Harmless { Phrase = phrase });
        foreach (var (id, phrases) in file["requests"].Entries)
        {
            Each(phrases, $"request {id}", book, phrase => new Entry.Request(id) { Phrase = phrase });
        }

        ReadContext(file["context"], book);
        ReadPlaces(file["places"], book);
        ReadAnswers(file["answers"], book);

        var ordinary = WordLists.Set(file["ordinary"]);
        AddOwnWords(ordinary, numbers, grammar);
        foreach (var written in forms.Values)
        {
            book.Automaton.Know(written);
        }

        book.Automaton.Know(numbers.Values.Keys);
        book.Automaton.Know(numbers.TemperatureNear);
        book.Automaton.Know(numbers.Degrees);
        book.Automaton.Mark(grammar.PassedOver, WordMarks.PassedOver);
        book.Automaton.Mark(WordLists.Words(grammarNode["negates-inside"]), WordMarks.NegatesInside);
        book.Automaton.Mark(WordLists.Words(grammarNode["stops-gaps"]), WordMarks.StopsGaps);
        var automaton = compiled ?? book.Automaton.Build();
        grammarNode.RejectOtherKeys(LexiconCodes.UnknownKey);
        var lexicon = new Lexicon
        {
            Language = language,
            Automaton = automaton,
            Entries = book.Entries,
            NearnessesAt = book.NearnessesAt(),
            Forms = forms,
            Numbers = numbers,
            Grammar = grammar,
            Signature = WordLists.Set(file["signature"]),
            Spelling = new Spelling(automaton.Words, ordinary, WordLists.Set(file["core"])),
            Sounds = new Sounds(ReadSounds(file["sounds"]), automaton.Words),
            HarmlessTexts = [.. file["harmless-texts"].Items.Where(text => text.Scalar is not null)],
        };
        file.RejectOtherKeys(LexiconCodes.UnknownKey);
        return (lexicon, book);
    }

    private static void DefineWords(Node words, NumberWords numbers, PhraseBook book)
    {
        var counted = new List<Part[]> { new Part[] { new Part.Word(Automaton.AnyNumber) } };
        var many = new List<Part[]> { new Part[] { new Part.Word(Automaton.Many) } };
        foreach (var (word, value) in numbers.Values)
        {
            counted.Add([new Part.Word(word)]);
            if (value >= Automaton.FewestOfMany)
            {
                many.Add([new Part.Word(word)]);
            }
        }

        book.Define("number", [.. counted]);
        book.Define("many", [.. many]);
        book.Define(
            "year",
            [
                [new Part.Word(Automaton.AnyYear)],
            ]
        );
        foreach (var (name, members) in words.Entries)
        {
            book.Define(name, members.Items);
        }
    }

    private static void Each(Node phrases, string kind, PhraseBook book, Func<string, Entry> entry)
    {
        foreach (var phrase in phrases.Items)
        {
            book.Add(phrase, kind, entry);
        }
    }

    private static void ReadContext(Node context, PhraseBook book)
    {
        foreach (var (key, phrases) in context.Entries)
        {
            if (Enum.TryParse<CueKind>(key.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind))
            {
                Each(phrases, $"context {key}", book, phrase => new Entry.Cue(kind) { Phrase = phrase });
            }
            else
            {
                var known = string.Join(", ", Enum.GetNames<CueKind>());
                phrases.Report(LexiconCodes.UnknownCue, $"'{key}' is no context; known are: {known}");
            }
        }
    }

    private static void ReadPlaces(Node places, PhraseBook book)
    {
        foreach (var (key, phrases) in places.Entries)
        {
            if (
                Enum.TryParse<Protocols.Findings.Where>(
                    key.Replace("_", "", StringComparison.Ordinal),
                    true,
                    out var where
                )
            )
            {
                Each(phrases, $"place {key}", book, phrase => new Entry.Place(where) { Phrase = phrase });
            }
            else
            {
                phrases.Report(LexiconCodes.UnknownAttribute, $"'{key}' is no place");
            }
        }
    }

    private static void ReadAnswers(Node answers, PhraseBook book)
    {
        ReadOne("yes", YesNo.Yes, alone: false);
        ReadOne("no", YesNo.No, alone: false);
        ReadOne("unsure", YesNo.Unsure, alone: false);
        ReadOne("yes-alone", YesNo.Yes, alone: true);
        ReadOne("no-alone", YesNo.No, alone: true);
        answers.RejectOtherKeys(LexiconCodes.UnknownKey);

        void ReadOne(string key, YesNo value, bool alone) =>
            Each(answers[key], $"answer {key}", book, text => new Entry.YesOrNo(value, alone) { Phrase = text });
    }

    private static Dictionary<string, string[]> ReadForms(Node node)
    {
        var forms = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (full, shortForms) in node.Entries)
        {
            var written = Tokenizer.Cut(full).ConvertAll(token => token.Text).ToArray();
            foreach (var form in WordLists.Words(shortForms))
            {
                forms.TryAdd(form, written);
            }
        }

        return forms;
    }

    private static IEnumerable<string> ReadSounds(Node node)
    {
        foreach (var item in node.Items)
        {
            if (item.Scalar is { Length: > 0 } rule)
            {
                yield return rule;
            }
        }
    }

    private static NumberWords ReadNumbers(Node node)
    {
        var numbers = new NumberWords
        {
            Values = WordLists.Numbers(node["values"]),
            Ordinals = WordLists.Numbers(node["ordinals"]),
            Hundred = WordLists.Set(node["hundred"]),
            Scales = WordLists.LargeNumbers(node["scales"]),
            BareScales = WordLists.Set(node["bare-scales"]),
            Fractions = WordLists.Numbers(node["fractions"]),
            Minus = WordLists.Set(node["minus"]),
            Dictated = WordLists.Numbers(node["dictated"]),
            Begins = [],
            CommaIsDecimal = node["decimal"].Scalar == ",",
            Point = WordLists.Set(node["point"]),
            Half = WordLists.Set(node["half"]),
            And = WordLists.Set(node["and"]),
            Article = WordLists.Set(node["article"]),
            Between = WordLists.Set(node["between"]),
            To = WordLists.Set(node["to"]),
            OutOf = WordLists.Set(node["out-of"]),
            Fahrenheit = WordLists.Set(node["fahrenheit"]),
            Celsius = WordLists.Set(node["celsius"]),
            Degrees = WordLists.Set(node["degrees"]),
            TemperatureNear = WordLists.Set(node["temperature-near"]),
            ReadOff = WordLists.Set(node["read-off"]),
            OtherMeasures = WordLists.Set(node["other-measures"]),
            HoursIn = WordLists.Numbers(node["hours-in"]),
            Ago = WordLists.Set(node["ago"]),
            HoursAgo = WordLists.Numbers(node["hours-ago"]),
            Weekdays = WordLists.Numbers(node["weekdays"]),
            Vague = WordLists.Numbers(node["vague"]),
            NoOnset = WordLists.Set(node["no-onset"]),
            LastOf = WordLists.Set(node["last-of"]),
            PartsOfDay = WordLists.Numbers(node["parts-of-day"]),
            Except = WordLists.Set(node["except"]),
            AllOf = WordLists.Set(node["all-of"]),
            BothOf = WordLists.Set(node["both-of"]),
            Naming = WordLists.Set(node["naming"]),
            Among = WordLists.Set(node["among"]),
        };
        node.RejectOtherKeys(LexiconCodes.UnknownKey);
        numbers.Begins.UnionWith(numbers.Values.Keys);
        numbers.Begins.UnionWith(numbers.Hundred);
        numbers.Begins.UnionWith(numbers.BareScales);
        numbers.Begins.UnionWith(numbers.Half);
        numbers.Begins.UnionWith(numbers.Article);
        return numbers;
    }

    /// <summary>The words that numbers and grammar know are right as they are.</summary>
    private static void AddOwnWords(HashSet<string> ordinary, NumberWords n, Grammar g)
    {
        ordinary.UnionWith(n.Values.Keys);
        ordinary.UnionWith(n.Ordinals.Keys);
        ordinary.UnionWith(n.Scales.Keys);
        ordinary.UnionWith(n.Fractions.Keys);
        ordinary.UnionWith(n.HoursIn.Keys);
        ordinary.UnionWith(n.HoursAgo.Keys);
        ordinary.UnionWith(n.Weekdays.Keys);
        ordinary.UnionWith(n.Vague.Keys);
        ordinary.UnionWith(n.PartsOfDay.Keys);
        HashSet<string>[] sets =
        [
            n.Hundred,
            n.Minus,
            n.Point,
            n.Half,
            n.And,
            n.Article,
            n.Between,
            n.To,
            n.OutOf,
            n.Fahrenheit,
            n.Celsius,
            n.Degrees,
            n.TemperatureNear,
            n.ReadOff,
            n.OtherMeasures,
            n.NoOnset,
            n.LastOf,
            n.Ago,
            n.Except,
            n.AllOf,
            n.BothOf,
            n.Naming,
            n.Among,
            g.Subjects,
            g.Owners,
            g.FirstPerson,
            g.ThirdPerson,
            g.Pasts,
            g.And,
            g.Or,
            g.Being,
            g.PassedOver,
            g.Hesitations,
            g.Courtesies,
        ];
        foreach (var set in sets)
        {
            ordinary.UnionWith(set);
        }
    }
}
