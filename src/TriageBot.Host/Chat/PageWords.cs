using System.Text.Json.Serialization;

namespace TriageBot.Host.Chat;

/// <summary>The texts that the page's script needs.</summary>
/// <param name="Greeted">What the page says by itself, and need not say again.</param>
/// <param name="States">What stands beside a message that is not sent.</param>
/// <param name="Numbers">The only numbers that can be tapped in a text.</param>
internal sealed record PageWords(
    string You,
    string Bot,
    string Tick,
    string SendTicked,
    string Offline,
    string Gone,
    string LeaveSure,
    string BornWrong,
    string BornClosed,
    string FileName,
    string[] Greeted,
    Dictionary<string, string> States,
    PageNumber[] Numbers
);

/// <param name="Shown">As texts show it.</param>
/// <param name="Call">What a button says that calls it.</param>
internal sealed record PageNumber(string Shown, string Digits, string Call);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageWords))]
internal sealed partial class PageJson : JsonSerializerContext;
