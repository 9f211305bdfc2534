using TriageBot.Language.Matching;
using TriageBot.Protocols.Reading;

namespace TriageBot.Language.Lexicons;

/// <summary>One language, compiled: its phrases as an automaton, its words as tables. Immutable.</summary>
internal sealed class Lexicon
{
    public required string Language { get; init; }

    public required Automaton Automaton { get; init; }

    /// <summary>What the automaton's hits stand for, by index.</summary>
    public required Entry[] Entries { get; init; }

    /// <summary>By entry of <see cref="Entries"/>, what the words there make with others near them; null for all else.</summary>
    public required Nearness[]?[] NearnessesAt { get; init; }

    /// <summary>Texting forms and known misspellings, and the words that they stand for.</summary>
    public required Dictionary<string, string[]> Forms { get; init; }

    /// <summary>Numbers in words.</summary>
    public required NumberWords Numbers { get; init; }

    public required Grammar Grammar { get; init; }

    public required Spelling Spelling { get; init; }

    public required Sounds Sounds { get; init; }

    /// <summary>Ordinary little words that tell one language from another.</summary>
    public required HashSet<string> Signature { get; init; }

    /// <summary>Texts that must yield no finding; checked at load.</summary>
    public required List<Node> HarmlessTexts { get; init; }
}

/// <summary>Numbers in words, and the words that make decimals, choices and measures of them.</summary>
internal sealed class NumberWords
{
    /// <summary>0 to 19, tens, "hundred".</summary>
    public required Dictionary<string, int> Values { get; init; }

    /// <summary>"first": 1.</summary>
    public required Dictionary<string, int> Ordinals { get; init; }

    public required HashSet<string> Hundred { get; init; }

    /// <summary>"dozen": 12, "thousand": 1000.</summary>
    public required Dictionary<string, long> Scales { get; init; }

    /// <summary>Those of the scales that are numbers without another one before them: "mil".</summary>
    public required HashSet<string> BareScales { get; init; }

    /// <summary>"thirds": 3.</summary>
    public required Dictionary<string, int> Fractions { get; init; }

    public required HashSet<string> Minus { get; init; }

    /// <summary>Words that dictation writes for a number, taken for one only where a number is asked: "for" is 4.</summary>
    public required Dictionary<string, int> Dictated { get; init; }

    /// <summary>Every word that a number in words may begin with.</summary>
    public required HashSet<string> Begins { get; init; }

    /// <summary>True where decimals have a comma and thousands a point.</summary>
    public required bool CommaIsDecimal { get; init; }

    public required HashSet<string> Point { get; init; }

    public required HashSet<string> Half { get; init; }

    /// <summary>"and" within a number: "thirty eight and a half".</summary>
    public required HashSet<string> And { get; init; }

    /// <summary>"a" before "half" and "hundred".</summary>
    public required HashSet<string> Article { get; init; }

    public required HashSet<string> Between { get; init; }

    /// <summary>"to", "or" between two ends of a range.</summary>
    public required HashSet<string> To { get; init; }

    public required HashSet<string> OutOf { get; init; }

    /// <summary>"f", "fahrenheit".</summary>
    public required HashSet<string> Fahrenheit { get; init; }

    public required HashSet<string> Celsius { get; init; }

    public required HashSet<string> Degrees { get; init; }

    /// <summary>"temp", "thermometer": a number near them is a temperature.</summary>
    public required HashSet<string> TemperatureNear { get; init; }

    /// <summary>"at", "says": a number right behind them may have been read off a thermometer.</summary>
    public required HashSet<string> ReadOff { get; init; }

    /// <summary>"bp", "outside", "percent": a number near them is none.</summary>
    public required HashSet<string> OtherMeasures { get; init; }

    /// <summary>Hours in one: "hour" 1, "days" 24; 0 for minutes.</summary>
    public required Dictionary<string, int> HoursIn { get; init; }

    /// <summary>True where a number before the word counts hours, pills or pounds, and is no score.</summary>
    public bool Counts(string word) => HoursIn.ContainsKey(word) || OtherMeasures.Contains(word);

    /// <summary>"ago", "hace".</summary>
    public required HashSet<string> Ago { get; init; }

    /// <summary>"yesterday": 24.</summary>
    public required Dictionary<string, int> HoursAgo { get; init; }

    /// <summary>"tuesday": 2, with Sunday 0.</summary>
    public required Dictionary<string, int> Weekdays { get; init; }

    /// <summary>"couple": 2. How many it is at least; it may be twice as many.</summary>
    public required Dictionary<string, int> Vague { get; init; }

    /// <summary>"every", "in": a time behind them is no onset.</summary>
    public required HashSet<string> NoOnset { get; init; }

    /// <summary>"last" of "last night", "esta" of "esta noche".</summary>
    public required HashSet<string> LastOf { get; init; }

    /// <summary>Hours ago, at most, of a part of the day that <see cref="LastOf"/> stands before: "morning" 12, "night" 24.</summary>
    public required Dictionary<string, int> PartsOfDay { get; init; }

    /// <summary>"but", "except", "only": words of a choice.</summary>
    public required HashSet<string> Except { get; init; }

    public required HashSet<string> AllOf { get; init; }

    public required HashSet<string> BothOf { get; init; }

    /// <summary>"number", "option": an option's number follows.</summary>
    public required HashSet<string> Naming { get; init; }

    /// <summary>Words that may stand among the numbers of a choice.</summary>
    public required HashSet<string> Among { get; init; }
}
