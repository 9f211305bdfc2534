using System.Text.Encodings.Web;
using System.Text.Json;
using TriageBot.Conversation;
using TriageBot.Conversation.Messages;

namespace TriageBot.Host.Chat;

/// <summary>
/// The patient's page in one language. The greeting and the first question stand in it, so that they can be read before
/// any script has run.
/// </summary>
internal sealed class ChatPage(TriageContent content, PageFiles files)
{
    private const string Greeting = "greeting";
    private const string FirstQuestion = "q.opening";

    private static readonly string[] Labels =
    [
        "title",
        "languages",
        "phone",
        "earlier",
        "birth-date",
        "show",
        "conversation",
        "bot",
        "no-script",
        "call-emergency",
        "call-nurse",
        "offline",
        "try-now",
        "answers",
        "write",
        "send",
        "more",
        "larger",
        "save",
        "print",
        "leave",
    ];

    /// <param name="language">One that the phrases speak.</param>
    /// <param name="visitor">Who opens it by a link of their own, or null.</param>
    public string In(string language, Visitor? visitor)
    {
        var organization = content.Organization;
        var values = Labels.ToDictionary(label => label, label => Encode(Say(language, $"page.{label}")));
        // A number that is torn at the end of a line is hard to dial.
        values["call-nurse"] = Encode(Say(language, "page.call-nurse").Replace('-', '\u2011'));
        values["lang"] = Encode(language);
        values["link"] = Encode(visitor?.Code ?? "");
        values["no-earlier"] = visitor?.HasWritten == true ? "" : "hidden";
        values["build"] = files.Build;
        values["emergency"] = Encode(organization.EmergencyNumber);
        values["nurse-digits"] = Encode(organization.NurseLine);
        values["greeting"] = Encode(Say(language, Greeting));
        values["first-question"] = Encode(Say(language, FirstQuestion));
        values["other-languages"] = OtherLanguages(language);
        values["words"] = WordsFor(language);
        return PageTemplate.Fill(files.Template, values);
    }

    private string WordsFor(string language)
    {
        var organization = content.Organization;
        return JsonSerializer.Serialize(
            new PageWords(
                Say(language, "page.you"),
                Say(language, "page.bot"),
                Say(language, "page.tick"),
                Say(language, "page.send-ticked"),
                Say(language, "page.offline"),
                Say(language, "page.gone"),
                Say(language, "page.leave-sure"),
                Say(language, "page.born-wrong"),
                Say(language, "page.born-closed"),
                Say(language, "page.file-name"),
                [Say(language, Greeting), Say(language, FirstQuestion)],
                new Dictionary<string, string>
                {
                    ["sending"] = Say(language, "page.sending"),
                    ["again"] = Say(language, "page.again"),
                    ["sent"] = Say(language, "page.sent"),
                    ["waiting"] = Say(language, "page.waiting"),
                    ["refused"] = Say(language, "page.refused"),
                },
                [
                    new PageNumber(
                        organization.EmergencyNumber,
                        organization.EmergencyNumber,
                        Say(language, "page.call-emergency")
                    ),
                    new PageNumber(organization.CrisisLine, organization.CrisisLine, Say(language, "page.call-crisis")),
                    new PageNumber(
                        PageText.Phone(organization.NurseLine),
                        organization.NurseLine,
                        Say(language, "page.call-nurse")
                    ),
                ]
            ),
            PageJson.Default.PageWords
        );
    }

    // Each language is named in itself, for those who can read no other.
    private string OtherLanguages(string language) =>
        string.Join(
            ' ',
            content
                .Phrases.Languages.Where(other => other != language)
                .Select(other =>
                {
                    var name = Encode(Say(other, "page.language"));
                    return $"<a href=\"?lang={other}\" lang=\"{other}\" hreflang=\"{other}\" data-language=\"{other}\" "
                        + $"data-name=\"{name}\">{name}</a>";
                })
        );

    private string Say(string language, string key) => PageText.Of(content, language, key);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
