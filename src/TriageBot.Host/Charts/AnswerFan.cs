using System.Globalization;
using TriageBot.Conversation.Phrases;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;

namespace TriageBot.Host.Charts;

/// <summary>The answers to a question that rules can tell apart, each with its label.</summary>
internal static class AnswerFan
{
    private static readonly string[] TemperatureThresholds = ["fever", "raised", "low"];

    public static IEnumerable<(string Label, Answer Answer)> Of(
        Protocol protocol,
        Question question,
        PhraseBook phrases
    )
    {
        var unsure = phrases.Say("option.unsure");
        switch (question.Kind)
        {
            case QuestionKind.YesNo:
                yield return (phrases.Say("option.yes"), new Answer.Yes());
                yield return (phrases.Say("option.no"), new Answer.No());
                break;
            case QuestionKind.AnyOf:
                foreach (var option in question.Options)
                {
                    yield return (Label(option), new Answer.Selected([option.Id]));
                }

                yield return (phrases.Say("option.none"), new Answer.Selected([]));
                break;
            case QuestionKind.Choice:
                foreach (var option in question.Options)
                {
                    yield return (Label(option), new Answer.Chosen(option.Id));
                }

                break;
            case QuestionKind.Temperature:
                foreach (var (from, to) in Bands(protocol))
                {
                    yield return (Band(from, to), new Answer.Temperature(from ?? to!.Value - 0.1m));
                }

                yield return ("0: no thermometer", new Answer.NoThermometer());
                break;
            case QuestionKind.Scale:
                var severe = protocol.Thresholds.SeverePain;
                yield return (string.Create(CultureInfo.InvariantCulture, $"{severe}–10"), new Answer.Scale(severe));
                yield return (string.Create(CultureInfo.InvariantCulture, $"0–{severe - 1}"), new Answer.Scale(0));
                break;
            case QuestionKind.Text:
                yield return ("“…”", new Answer.Words(""));
                break;
        }

        yield return (unsure, new Answer.Unsure());

        string Label(Option option) => phrases.Say($"q.{question.Id}.{option.Id}");
    }

    /// <summary>The ranges between the protocol's temperatures, hottest first.</summary>
    private static IEnumerable<(decimal? From, decimal? To)> Bands(Protocol protocol)
    {
        var named = protocol.Thresholds.Named;
        var cuts = TemperatureThresholds
            .Where(named.ContainsKey)
            .Select(name => named[name])
            .OrderDescending()
            .ToList();
        return cuts.Select((cut, i) => ((decimal?)cut, i == 0 ? (decimal?)null : cuts[i - 1]))
            .Append((null, cuts.Count == 0 ? null : cuts[^1]));
    }

    private static string Band(decimal? from, decimal? to) =>
        (from, to) switch
        {
            ({ } low, { } high) => $"{Degrees(low)} to under {Degrees(high)}",
            ({ } low, null) => $"{Degrees(low)} or more",
            (null, { } high) => $"under {Degrees(high)}",
            _ => "any",
        };

    private static string Degrees(decimal celsius) =>
        string.Create(CultureInfo.InvariantCulture, $"{celsius:0.0} °C ({(celsius * 9 / 5) + 32:0.0} F)");
}
