using System.Globalization;

namespace TriageBot.Protocols.Answers;

/// <summary>
/// Answers as short texts, for records and worked conversations: <c>yes</c>, <c>unsure</c>, <c>none</c>,
/// <c>any-of:chills,fever</c>, <c>choice:kyphoplasty</c>, <c>celsius:38.6</c>, <c>scale:7</c>, <c>words:…</c>, <c>phone:+1…</c>.
/// </summary>
public static class AnswerNotation
{
    public static string Write(Answer answer) =>
        answer switch
        {
            Answer.Yes => "yes",
            Answer.No => "no",
            Answer.Unsure => "unsure",
            Answer.NotRead => "not-read",
            Answer.NotAsked => "not-asked",
            Answer.NoThermometer => "no-thermometer",
            Answer.Selected { Options.IsEmpty: true } => "none",
            Answer.Selected selected => $"any-of:{string.Join(',', selected.Options)}",
            Answer.Chosen chosen => $"choice:{chosen.Option}",
            Answer.Temperature temperature => string.Create(
                CultureInfo.InvariantCulture,
                $"celsius:{temperature.Celsius}"
            ),
            Answer.Scale scale => string.Create(CultureInfo.InvariantCulture, $"scale:{scale.Value}"),
            Answer.Words words => $"words:{words.Text}",
            Answer.Phone phone => $"phone:{phone.E164}",
            _ => throw new InvalidOperationException($"no notation for {answer.GetType().Name}"),
        };

    /// <exception cref="FormatException">The text is not an answer.</exception>
    public static Answer Parse(string text)
    {
        var colon = text.IndexOf(':');
        var (kind, value) = colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..]);
        return kind switch
        {
            "yes" => new Answer.Yes(),
            "no" => new Answer.No(),
            "unsure" => new Answer.Unsure(),
            "not-read" => new Answer.NotRead(),
            "not-asked" => Answer.NotAsked.Instance,
            "no-thermometer" => new Answer.NoThermometer(),
            "none" => new Answer.Selected([]),
            "any-of" => new Answer.Selected(value.Split(',')),
            "choice" => new Answer.Chosen(value),
            "celsius" => new Answer.Temperature(decimal.Parse(value, CultureInfo.InvariantCulture)),
            "scale" => new Answer.Scale(int.Parse(value, CultureInfo.InvariantCulture)),
            "words" => new Answer.Words(value),
            "phone" => new Answer.Phone(value),
            _ => throw new FormatException($"'{text}' is not an answer"),
        };
    }
}
