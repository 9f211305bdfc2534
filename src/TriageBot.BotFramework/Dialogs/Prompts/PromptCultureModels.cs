namespace TriageBot.BotFramework.Dialogs.Prompts;

/// <summary>
/// The cultures in which prompts can show choices. Answers are read in English and Spanish words, and by name in all.
/// </summary>
public static class PromptCultureModels
{
    /// <summary>Bulgarian.</summary>
    public static PromptCultureModel Bulgarian => Model(Culture.Bulgarian, ", ", " или ", ", или ", "да", "Не");

    /// <summary>Chinese.</summary>
    public static PromptCultureModel Chinese => Model(Culture.Chinese, "， ", " 要么 ", "， 要么 ", "是的", "不");

    /// <summary>Dutch.</summary>
    public static PromptCultureModel Dutch => Model(Culture.Dutch, ", ", " of ", ", of ", "Ja", "Nee");

    /// <summary>English.</summary>
    public static PromptCultureModel English => Model(Culture.English, ", ", " or ", ", or ", "Yes", "No");

    /// <summary>French.</summary>
    public static PromptCultureModel French => Model(Culture.French, ", ", " ou ", ", ou ", "Oui", "Non");

    /// <summary>German.</summary>
    public static PromptCultureModel German => Model(Culture.German, ", ", " oder ", ", oder ", "Ja", "Nein");

    /// <summary>Hindi.</summary>
    public static PromptCultureModel Hindi => Model(Culture.Hindi, ", ", " या ", ", या ", "हां", "नहीं");

    /// <summary>Italian.</summary>
    public static PromptCultureModel Italian => Model(Culture.Italian, ", ", " o ", " o ", "Si", "No");

    /// <summary>Japanese.</summary>
    public static PromptCultureModel Japanese =>
        Model(Culture.Japanese, "、 ", " または ", "、 または ", "はい", "いいえ");

    /// <summary>Korean.</summary>
    public static PromptCultureModel Korean => Model(Culture.Korean, ", ", " 또는 ", " 또는 ", "예", "아니");

    /// <summary>Portuguese.</summary>
    public static PromptCultureModel Portuguese => Model(Culture.Portuguese, ", ", " ou ", ", ou ", "Sim", "Não");

    /// <summary>Spanish.</summary>
    public static PromptCultureModel Spanish => Model(Culture.Spanish, ", ", " o ", ", o ", "Sí", "No");

    /// <summary>Swedish.</summary>
    public static PromptCultureModel Swedish => Model(Culture.Swedish, ", ", " eller ", " eller ", "Ja", "Nej");

    /// <summary>Turkish.</summary>
    public static PromptCultureModel Turkish => Model(Culture.Turkish, ", ", " veya ", " veya ", "Evet", "Hayır");

    /// <summary>The supported culture nearest to a code: "ES", "es" and "es-MX" are near "es-es".</summary>
    /// <param name="cultureCode">
    /// The code; null, and codes of languages that are not supported, come back in lower case.
    /// </param>
    public static string? MapToNearestLanguage(string? cultureCode)
    {
        var code = cultureCode?.ToLowerInvariant();
        if (string.IsNullOrWhiteSpace(code))
        {
            return cultureCode;
        }

        var language = code.Split('-')[0];
        var locales = GetSupportedCultures().Select(culture => culture.Locale).ToList();
        return locales.Contains(code) ? code : locales.Find(locale => locale.Split('-')[0] == language) ?? code;
    }

    /// <summary>All supported cultures.</summary>
    public static PromptCultureModel[] GetSupportedCultures() =>
        [
            Bulgarian,
            Chinese,
            Dutch,
            English,
            French,
            German,
            Hindi,
            Italian,
            Japanese,
            Korean,
            Portuguese,
            Spanish,
            Swedish,
            Turkish,
        ];

    private static PromptCultureModel Model(
        string locale,
        string separator,
        string inlineOr,
        string inlineOrMore,
        string yes,
        string no
    ) =>
        new()
        {
            Locale = locale,
            Separator = separator,
            InlineOr = inlineOr,
            InlineOrMore = inlineOrMore,
            YesInLanguage = yes,
            NoInLanguage = no,
        };
}
