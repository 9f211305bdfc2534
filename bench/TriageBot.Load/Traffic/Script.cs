namespace TriageBot.Load.Traffic;

/// <summary>One whole check-in.</summary>
internal sealed record Script(string Name, IReadOnlyList<Exchange> Exchanges)
{
    private static readonly Exchange[] AllIsWell =
    [
        new("I feel fine", Asks("red-flags-1")),
        new("0", Asks("red-flags-2")),
        new("0", Asks("procedure")),
        new("1", Asks("fever")),
        new("no", Asks("incision")),
        new("0", Asks("other-symptoms")),
        new("0", Tells("selfcare")),
    ];

    private static readonly Exchange[] Fever =
    [
        new("my back is sore", Asks("red-flags-1")),
        new("0", Asks("red-flags-2")),
        new("0", Asks("procedure")),
        new("kyphoplasty", Asks("fever")),
        new("yes", Asks("stiff-neck")),
        new("no", Asks("temperature")),
        new("38.6", Asks("incision")),
        new("0", Asks("other-symptoms")),
        new("none of these", Asks("pain-scale")),
        new("3", Tells("callback")),
        new("423 555 0142", Asks("name")),
        new("Ruth", Asks("voice-mail")),
        new("yes", "\"activities\":["),
    ];

    private static readonly Exchange[] ChestPain =
    [
        new("I have chest pain and I am short of breath", Tells("emergency")),
        new("1", Asks("phone")),
        new("423 555 0142", "\"activities\":["),
    ];

    /// <summary>Three of five patients are well, one has a fever, one needs an ambulance.</summary>
    public static IReadOnlyList<Script> Mix { get; } =
    [
        new("well", AllIsWell),
        new("fever", Fever),
        new("well", AllIsWell),
        new("chest pain", ChestPain),
        new("well", AllIsWell),
    ];

    /// <summary>Goes on where <see cref="Opening"/> ends.</summary>
    public static Script Rest { get; } = new("well, from the second text", AllIsWell[1..]);

    public static Script Opening { get; } = new("opening", AllIsWell[..1]);

    /// <summary>In a conversation that has ended: the procedure is known by then.</summary>
    public static Script Again { get; } =
        new("well again", [.. AllIsWell[..2], new("0", Asks("fever")), .. AllIsWell[4..]]);

    private static string Asks(string question) => $"\"question\":{{\"id\":\"{question}\"";

    private static string Tells(string disposition) => $"\"disposition\":\"{disposition}\"";
}

/// <param name="Expected">What the body of the answer must hold.</param>
internal sealed record Exchange(string Text, byte[] Expected)
{
    public Exchange(string text, string expected)
        : this(text, System.Text.Encoding.UTF8.GetBytes(expected)) { }
}
