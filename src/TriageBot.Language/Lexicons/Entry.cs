using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Lexicons;

/// <summary>What a phrase of a lexicon stands for.</summary>
internal abstract record Entry
{
    private Entry() { }

    /// <summary>The phrase as it was written, for <c>--explain</c>.</summary>
    public required string Phrase { get; init; }

    /// <summary>A finding or an intent.</summary>
    /// <param name="Observation">With the attributes that the phrase itself settles.</param>
    /// <param name="IsName">
    /// True for a name ("chest pain"), which a list of denials goes on over; false for a statement ("leg gave out").
    /// </param>
    public sealed record Finding(Observation Observation, bool IsName) : Entry
    {
        /// <summary>True where any other finding in the same words is meant instead: "a little pain" in "a little pain in my chest".</summary>
        public Yielding Yields { get; init; }

        /// <summary>True where no word around it changes it: the "thanks" of "none, thanks".</summary>
        public bool Always { get; init; }

        /// <summary>True where it counts only if nothing else is said: "911", "ambulance".</summary>
        public bool Alone { get; init; }
    }

    /// <summary>One of the words that make a finding where they stand near each other, see <see cref="Nearness"/>.</summary>
    public sealed record Near : Entry;

    /// <summary>Harmless words that look like a finding: "hay fever".</summary>
    public sealed record Harmless : Entry;

    /// <summary>Something the writer asks the bot to do or to tell.</summary>
    public sealed record Request(string Id) : Entry;

    /// <summary>A word that changes what the findings around it mean.</summary>
    public sealed record Cue(CueKind Kind) : Entry
    {
        private string? id;

        /// <summary>Tells a phrase apart that stands under two kinds: "not bad" is no denial, and mild.</summary>
        public string Id => id ??= $"{Kind} {Phrase}";
    }

    /// <summary>A yes, a no or a "not sure".</summary>
    /// <param name="Alone">True where it is one only if its clause says nothing else.</param>
    public sealed record YesOrNo(YesNo Value, bool Alone) : Entry;

    /// <summary>A part of the body.</summary>
    public sealed record Place(Where Where) : Entry;
}

/// <summary>Whether a finding gives way to others that are read in the same words.</summary>
internal enum Yielding
{
    Never,

    /// <summary>To every finding that never yields.</summary>
    ToOthers,

    /// <summary>To those that yield themselves, too.</summary>
    ToAll,
}

/// <summary>How a word changes the findings around it. The names are the keys of the lexicon's <c>context</c>.</summary>
internal enum CueKind
{
    /// <summary>"no", "denies": what follows is denied.</summary>
    Denies,

    /// <summary>"none", "negative": what stands before is denied.</summary>
    DeniesBefore,

    /// <summary>"fever yes": what stands before is there.</summary>
    AffirmsBefore,

    /// <summary>"but": no denial or doubt goes past it.</summary>
    Ends,

    /// <summary>"not only": looks like a denial and is none.</summary>
    Neutral,

    /// <summary>"not sure if": what follows is in doubt.</summary>
    Doubts,

    /// <summary>"what if": what follows did not happen.</summary>
    Supposes,

    /// <summary>"do you have": a question put to somebody, up to where the writer speaks of the patient again.</summary>
    Asks,

    /// <summary>"Any …?": the same, where the sentence ends in a question mark.</summary>
    Questions,

    /// <summary>"last year": the clause is about the time before the procedure.</summary>
    LongAgo,

    /// <summary>"went away": what stands before is over.</summary>
    Over,

    /// <summary>"but i did": what was denied before was there all the same.</summary>
    DidBefore,

    /// <summary>"so I'm calling": what was supposed before has happened.</summary>
    Happened,

    /// <summary>"as always": it was there before the procedure and is the same.</summary>
    Unchanged,

    /// <summary>"yesterday", "since the surgery": the clause is about the time after the procedure.</summary>
    Recent,
    New,
    Better,
    Worse,
    Mild,
    Moderate,
    Severe,

    /// <summary>"my grandson": what follows is about somebody else.</summary>
    Other,

    /// <summary>"on tv", "my dog": what follows is about nobody here, up to where the writer speaks of the patient.</summary>
    Fiction,
}
