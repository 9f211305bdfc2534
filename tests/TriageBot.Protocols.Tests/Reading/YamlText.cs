using TriageBot.Protocols.Reading;

namespace TriageBot.Protocols.Tests.Reading;

/// <summary>What was read of a YAML text, written so that two readings can be compared, lines and all.</summary>
internal static class YamlText
{
    /// <summary>Together they hold everything that the quick reader knows.</summary>
    public static string[] Plain { get; } =
    [
        """
            # head
            id: x y

            when: { a: [p, 'y z'], "b": c } # why
            list:
              - k: 'it''s'
                l: "two, #3" # three
              -   far: off
              - []
            """,
        """
            items: &all-1
            - x
            -  y:z
            again: *all-1
            'end': http://x#y
            part:
                deep:
                  [p, {q: r}]
                more: {}
            empty:
            """,
        """
            said: >-
              one two
              three

            none: ~
            of:
              - first: >-
                  four
                then: five
            """,
    ];

    /// <summary>What the whole language makes of a text.</summary>
    public static string Full(string text)
    {
        var wrong = "";
        var value = FullYaml.Read(text, (line, why) => wrong = $"{line}: {why}");
        return value is null ? wrong : Show(value);
    }

    public static string Show(YamlValue? value) =>
        value switch
        {
            YamlValue.Scalar scalar => $"{scalar.Line}'{scalar.Text}'",
            YamlValue.List list => $"{list.Line}[{string.Join(", ", list.Items.Select(Show))}]",
            YamlValue.Map map =>
                $"{map.Line}{{{string.Join(", ", map.Pairs.Select(p => $"{p.KeyLine}{p.Key}: {Show(p.Value)}"))}}}",
            _ => "nothing",
        };
}
