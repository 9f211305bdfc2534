namespace TriageBot.BotFramework.Dialogs.Recognizers;

internal static class EnglishNumberWords
{
    public static NumberWords Instance { get; } =
        new()
        {
            Small = new Dictionary<string, int>
            {
                ["zero"] = 0,
                ["one"] = 1,
                ["two"] = 2,
                ["three"] = 3,
                ["four"] = 4,
                ["five"] = 5,
                ["six"] = 6,
                ["seven"] = 7,
                ["eight"] = 8,
                ["nine"] = 9,
                ["ten"] = 10,
                ["eleven"] = 11,
                ["twelve"] = 12,
                ["thirteen"] = 13,
                ["fourteen"] = 14,
                ["fifteen"] = 15,
                ["sixteen"] = 16,
                ["seventeen"] = 17,
                ["eighteen"] = 18,
                ["nineteen"] = 19,
                ["twenty"] = 20,
                ["thirty"] = 30,
                ["forty"] = 40,
                ["fourty"] = 40,
                ["fifty"] = 50,
                ["sixty"] = 60,
                ["seventy"] = 70,
                ["eighty"] = 80,
                ["ninety"] = 90,
            },
            Multipliers = new Dictionary<string, decimal>
            {
                ["hundred"] = 100,
                ["thousand"] = 1_000,
                ["million"] = 1_000_000,
                ["billion"] = 1_000_000_000,
            },
            Articles = new HashSet<string> { "a", "an" },
            Joiner = "and",
            Points = new HashSet<string> { "point" },
            Minus = new HashSet<string> { "minus", "negative" },
            Half =
            [
                ["a", "half"],
            ],
            Ordinals = new Dictionary<string, int>
            {
                ["first"] = 1,
                ["second"] = 2,
                ["third"] = 3,
                ["fourth"] = 4,
                ["fifth"] = 5,
                ["sixth"] = 6,
                ["seventh"] = 7,
                ["eighth"] = 8,
                ["ninth"] = 9,
                ["tenth"] = 10,
                ["eleventh"] = 11,
                ["twelfth"] = 12,
                ["thirteenth"] = 13,
                ["fourteenth"] = 14,
                ["fifteenth"] = 15,
                ["sixteenth"] = 16,
                ["seventeenth"] = 17,
                ["eighteenth"] = 18,
                ["nineteenth"] = 19,
                ["twentieth"] = 20,
            },
            FromEnd =
            [
                (["third", "to", "last"], 2),
                (["third", "from", "last"], 2),
                (["second", "to", "last"], 1),
                (["second", "from", "last"], 1),
                (["second", "last"], 1),
                (["next", "to", "last"], 1),
                (["penultimate"], 1),
                (["last"], 0),
            ],
            OrdinalSuffixes = new HashSet<string> { "st", "nd", "rd", "th" },
        };
}
