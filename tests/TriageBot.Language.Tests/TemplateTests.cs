namespace TriageBot.Language.Tests;

/// <summary>
/// Generated texts: every name of an emergency in every frame that reports, denies or supposes it, in both languages. The
/// lists are crossed, so that no sentence of them was written with a phrase in view.
/// </summary>
public class TemplateTests
{
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["en"] =
        [
            "chest_pain:chest pain",
            "chest_pain:pressure in my chest",
            "shortness_of_breath:shortness of breath",
            "shortness_of_breath:trouble breathing",
            "weakness:weakness in my left leg",
            "saddle_numbness:numbness between my legs",
            "heavy_bleeding:heavy bleeding",
            "seizure:a seizure",
            "vomiting_blood:black stools",
        ],
        ["es"] =
        [
            "chest_pain:dolor de pecho",
            "shortness_of_breath:falta de aire",
            "weakness:debilidad en la pierna",
            "heavy_bleeding:sangrado abundante",
            "seizure:convulsiones",
            "confusion:confusion",
        ],
    };

    private static readonly Dictionary<string, string[]> Reports = new()
    {
        ["en"] =
        [
            "I have {0}",
            "{0} since this morning",
            "no fever but I have {0}",
            "my mom has {0}",
            "{0}!!",
            "having {0} again",
        ],
        ["es"] =
        [
            "tengo {0}",
            "{0} desde ayer",
            "no tengo fiebre pero tengo {0}",
            "mi mama tiene {0}",
            "ayuda, tengo {0}",
        ],
    };

    private static readonly Dictionary<string, string[]> Denials = new()
    {
        ["en"] =
        [
            "no {0}",
            "I don't have {0}",
            "denies {0}",
            "no fever, chills or {0}",
            "without {0}",
            "{0}? no",
            "never had {0}",
        ],
        ["es"] = ["no tengo {0}", "sin {0}", "ni fiebre ni {0}", "no hay {0}", "niega {0}"],
    };

    private static readonly Dictionary<string, string[]> Suppositions = new()
    {
        ["en"] =
        [
            "what if I get {0}",
            "they said to watch for {0}",
            "can this cause {0}?",
            "should I call if I have {0}",
            "I'm afraid of getting {0}",
        ],
        ["es"] =
        [
            "que hago si tengo {0}",
            "me da miedo tener {0}",
            "puede causar {0}?",
            "cuales son los sintomas de {0}",
        ],
    };

    public static TheoryData<string, string, string> Reported => Crossed(Reports);

    public static TheoryData<string, string, string> Denied => Crossed(Denials);

    public static TheoryData<string, string, string> Supposed => Crossed(Suppositions);

    [Theory]
    [MemberData(nameof(Reported))]
    public void What_is_reported_is_an_emergency(string language, string finding, string text)
    {
        var read = Understanding.Describe(Shipped.Reader, text, language);
        Assert.Equal("emergency", read.Floor);
        Assert.Contains(finding, read.Findings);
    }

    [Theory]
    [MemberData(nameof(Reported))]
    public void What_is_reported_in_capitals_and_without_accents_is_the_same(
        string language,
        string finding,
        string text
    )
    {
        var read = Understanding.Describe(Shipped.Reader, text.ToUpperInvariant(), language);
        Assert.Contains(finding, read.Findings);
    }

    [Theory]
    [MemberData(nameof(Denied))]
    public void What_is_denied_is_absent(string language, string finding, string text)
    {
        var read = Understanding.Describe(Shipped.Reader, text, language);
        Assert.DoesNotContain(finding, read.Findings);
        Assert.Contains(finding, read.Absent);
        Assert.NotEqual("emergency", read.Floor);
    }

    [Theory]
    [MemberData(nameof(Supposed))]
    public void What_is_supposed_is_not_there(string language, string finding, string text)
    {
        var read = Understanding.Describe(Shipped.Reader, text, language);
        Assert.DoesNotContain(finding, read.Findings);
        Assert.NotEqual("emergency", read.Floor);
    }

    private static TheoryData<string, string, string> Crossed(Dictionary<string, string[]> frames)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var (language, names) in Names)
        {
            foreach (var name in names.Select(n => n.Split(':')))
            {
                foreach (var frame in frames[language])
                {
                    rows.Add(language, name[0], frame.Replace("{0}", name[1], StringComparison.Ordinal));
                }
            }
        }

        return rows;
    }
}
