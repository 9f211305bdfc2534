using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Reading;

namespace TriageBot.Protocols.Tests.Reading;

/// <summary>A small protocol without a defect, to be broken.</summary>
internal static class Sample
{
    public static string Text { get; } =
        $$"""
            id: sample
            version: 1.0.0
            review:
              status: draft
            unfinished: { route: callback, within: 1h }
            thresholds:
              fever: { value: 38.0, addition: ours }
              severe-pain: { value: 7, addition: ours }
              recent-hours: { value: 48, addition: ours }
              stale-hours: { value: 4, addition: ours }
              silence-minutes: { value: 15, addition: ours }
              emergency-minutes: { value: 5, addition: ours }
              reading-seconds: { value: 3, addition: ours }
            instructions: [heart, legs]
            sheet:
              call-your-doctor:
                chest: Chest pain
                infection: Fever
            sections:
              - id: all
                questions:
                  - id: alarm
                    kind: any-of
                    stakes: emergency
                    rephrase: alarm-sure
                    options:
                      - { id: chest, finds: [chest_pain] }
                      - { id: faint, finds: [fainting] }
                  - id: alarm-sure
                    kind: yes-no
                    stakes: emergency
                    when: { answer: alarm, is: [unsure, not-read] }
                    asks: [chest_pain]
                  - id: fever
                    kind: yes-no
                    stakes: callback
                    yes: [fever]
                  - id: score
                    kind: scale
                    stakes: callback
                    when: { fact: back_pain }
            rules:
              - id: alarm
                each: [chest_pain, fainting]
                when: { has: each, currency: current }
                route: emergency
                instruction: heart
                cite: chest
              - id: alarm-in-doubt
                about: chest_pain
                when: { answer: alarm-sure, is: [yes, unsure, not-read] }
                route: callback
                within: 1h
                addition: never a no
              - id: fever-high
                about: fever
                when: { any: [{ has: fever }, { temperature: { at-least: fever, below: 45 } }] }
                route: callback
                within: 1h
                cite: infection
              - id: severe
                about: back_pain_severe
                when: { scale: score, at-least: severe-pain }
                route: callback
                within: 4h
                addition: ours
            advice:
              - id: rest
                when: { answer: fever, is: no }
                addition: common sense
            topics:
              - id: shower
                offers-callback: true
                addition: not said
            listened-for:
            {{string.Join("\n", ListenedFor.Select(id => $"  - {id}"))}}
            """;

    private static IEnumerable<string> ListenedFor =>
        Vocabulary
            .Findings.Concat(Vocabulary.Intents)
            .Where(id => id is not ("chest_pain" or "fainting" or "fever"))
            .Order(StringComparer.Ordinal);

    public static ProtocolReading Read(string text) => ProtocolLibrary.Read([new SourceText("sample.yaml", text)]);

    /// <summary>Puts a mistake into the sample; the text to replace must be there.</summary>
    public static string Break(string text, string old, string mistake)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, at), mistake, text.AsSpan(at + old.Length));
    }
}
