namespace TriageBot.BotFramework.Dialogs;

/// <summary>Codes of the cultures that prompts know, for their default locales.</summary>
public static class Culture
{
    public const string Bulgarian = "bg-bg";
    public const string Chinese = "zh-cn";
    public const string Dutch = "nl-nl";
    public const string English = "en-us";
    public const string French = "fr-fr";
    public const string German = "de-de";
    public const string Hindi = "hi-in";
    public const string Italian = "it-it";
    public const string Japanese = "ja-jp";
    public const string Korean = "ko-kr";
    public const string Portuguese = "pt-br";
    public const string Spanish = "es-es";
    public const string Swedish = "sv-se";
    public const string Turkish = "tr-tr";
}
