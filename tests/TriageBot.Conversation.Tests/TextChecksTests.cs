using TriageBot.Conversation.Phrases;
using TriageBot.Protocols;
using TriageBot.Protocols.Reading;

namespace TriageBot.Conversation.Tests;

/// <summary>Each text of ours passes, and one that was damaged is found by a code of its own.</summary>
public sealed class TextChecksTests : IDisposable
{
    private static readonly ProtocolLibrary Protocols = ProtocolLibrary.Load(
        Path.Combine(ShippedContent.Folder, "protocols")
    );

    private readonly string folder = Directory.CreateTempSubdirectory("texts").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void The_texts_that_we_ship_pass()
    {
        var (count, defects) = Check();
        Assert.Empty(defects);
        Assert.True(count > 400, $"only {count} texts were checked");
    }

    [Theory]
    // Hard to read, too long for one message, a letter that makes it longer, a carrier's word, twins.
    [InlineData(
        "PH007",
        "en",
        "topic.shower",
        "Postoperative immersion necessitates individualized authorization from rehabilitation specialists. Unauthorized or unsupervised immersion significantly complicates regeneration, occasionally necessitating additional antibiotic administration and reoperation."
    )]
    [InlineData(
        "PH007",
        "es",
        "topic.shower",
        "La inmersión postoperatoria necesita autorización individualizada del especialista en rehabilitación. Complicaciones inflamatorias dificultarían considerablemente la regeneración, necesitando ocasionalmente administraciones adicionales de antibióticos y reoperaciones."
    )]
    [InlineData(
        "PH008",
        "en",
        "emergency.legs",
        "Call {emergency} now. Do not drive. Lie down and keep still. Do not try to walk. Do not sit up. Do not drive. Not with the patient? Call {emergency} and say where they are. Stay on the line with them. Keep your phone near."
    )]
    [InlineData("PH009", "en", "emergency.legs", "Call {emergency} now – lie down.")]
    [InlineData("PH010", "en", "q.fall", "Did you fall? Say YES or NO.")]
    [InlineData("PH011", "en", "q.pain-where.ribs", "In the back")]
    // Another line's words, a translation that is milder, one half of what is recorded.
    [InlineData("PH012", "en", "q.red-flags-1.chest-pain", "Mild pain")]
    [InlineData("PH012", "en", "q.red-flags-2.numb-between-legs", "Blood when you cough")]
    [InlineData("PH012", "es", "q.red-flags-2.numb-between-legs", "Dolor leve")]
    [InlineData("PH012", "es", "q.red-flags-1.mixed-up", "Confusión, no despierta bien o habla mal")]
    [InlineData("PH012", "en", "q.cough-blood", "Do you cough a lot?")]
    [InlineData("PH012", "en", "q.other-symptoms.swollen-calf", "A sore arm")]
    // An emergency that would be answered among the callbacks.
    [InlineData("PH013", "en", "q.other-symptoms.cough", "Cough or chest pain")]
    [InlineData("PH013", "es", "q.other-symptoms.cough", "Tos o dolor en el pecho")]
    [InlineData("PH013", "en", "q.fever", "Have you had a fever, chills or trouble breathing?")]
    // Numbers that are read as something else.
    [InlineData("PH016", "en", "tail.yes-no", "1 = no, 2 = yes, 9 = not sure.")]
    [InlineData("PH016", "es", "tail.yes-no", "1 = sí, 2 = no.")]
    [InlineData("PH016", "en", "q.same-as-before.tail", "1 = no, it is new or worse. 2 = yes, the same. 9 = not sure.")]
    // Numbers that are not the protocol's.
    [InlineData("PH014", "en", "q.fever", "Have you had a fever or chills? A fever is 102 F (39 C) or more.")]
    [InlineData("PH014", "es", "q.fever", "¿Ha tenido fiebre o escalofríos? Fiebre es 38 C (101 F) o más.")]
    [InlineData(
        "PH014",
        "en",
        "q.other-symptoms.bad-pain",
        "Back or rib pain that is bad (8 to 10) or worse than before"
    )]
    // Whom to call, and until when to wait.
    [InlineData("PH015", "en", "emergency.heart", "Call for help now. Do not drive.")]
    [InlineData("PH015", "es", "emergency.suicide", "Llame ahora al {emergency}.")]
    [InlineData(
        "PH015",
        "en",
        "callback.promise",
        "A nurse will call soon, number ending {digits}. Worse? Call {emergency}. Nurse line: {line}"
    )]
    public void A_damaged_text_is_found(string code, string language, string key, string text)
    {
        var (_, defects) = Check((language, key, text));
        Assert.Equal([(code, key)], defects.Select(d => (d.Code, KeyAt(d, language))).Distinct());
    }

    [Fact]
    public void Protocols_that_cannot_be_read_leave_the_texts_to_be_checked_by_themselves()
    {
        var defects = new List<Defect>();
        File.WriteAllText(Path.Combine(folder, "en.yaml"), "q.fall: Did you fall? Say STOP.\n");
        Assert.Equal(1, TextChecks.Read(folder, [], null, defects));
        Assert.Equal(["PH010"], defects.Select(defect => defect.Code));
    }

    private (int Count, List<Defect> Defects) Check(params (string Language, string Key, string Text)[] damages)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(ShippedContent.Folder, "phrases"), "*.yaml"))
        {
            var texts = new List<Defect>();
            var root = Node.Parse(file, File.ReadAllText(file), texts, "PH003");
            var lines = root.Entries.Select(entry => $"{entry.Key}: {Quoted(TextOf(file, entry.Key, entry.Value))}");
            File.WriteAllLines(Path.Combine(folder, Path.GetFileName(file)), lines);
        }

        var defects = new List<Defect>();
        var count = TextChecks.Read(folder, Protocols.Protocols, ShippedContent.Reader, defects);
        return (count, defects);

        string TextOf(string file, string key, Node node) =>
            Array.Find(damages, d => d.Key == key && Path.GetFileNameWithoutExtension(file) == d.Language).Text
            ?? node.Scalar!;
    }

    private string KeyAt(Defect defect, string language) =>
        File.ReadLines(Path.Combine(folder, $"{language}.yaml")).ElementAt(defect.Line - 1).Split(':')[0];

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
