using System.Text.Json;

namespace TriageBot.Host.Tests.Support;

/// <summary>A scripted patient of the evaluation set.</summary>
internal sealed class Vignette(JsonElement row)
{
    public string Id => row.GetProperty("id").GetString()!;

    public string Opening => row.GetProperty("opening").GetString()!;

    public IReadOnlyList<string> AcceptableDispositions =>
        [.. row.GetProperty("acceptable_dispositions").EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>The folder of the set: beside the repository, or where <c>TRIAGEBOT_EVALUATION</c> says.</summary>
    public static string? Folder
    {
        get
        {
            var said = Environment.GetEnvironmentVariable("TRIAGEBOT_EVALUATION");
            var beside = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "evaluation"));
            return said ?? (Directory.Exists(beside) ? beside : null);
        }
    }

    public static IReadOnlyList<Vignette> All() =>
        Folder is { } folder && Path.Combine(folder, "vignettes.jsonl") is var file && File.Exists(file)
            ? [.. File.ReadLines(file).Where(line => line.Length > 0).Select(Parse)]
            : [];

    /// <summary>The literal reply to a question, as the set's rules have it.</summary>
    public string ReplyTo(JsonElement question)
    {
        var asks = Names(question);
        if (asks.Contains("procedure"))
        {
            return row.GetProperty("procedure").GetString() == "kyphoplasty" ? "1" : "2";
        }

        if (question.GetProperty("kind").GetString() == "any-of")
        {
            var ticked = question
                .GetProperty("options")
                .EnumerateArray()
                .Where(option => Names(option).Any(IsTrue))
                .Select(option => option.GetProperty("value").GetString());
            return string.Join(" ", ticked) is { Length: > 0 } numbers ? numbers : "0";
        }

        return asks.Select(Say).FirstOrDefault(say => say is not null)
            ?? row.GetProperty("default_answer").GetString()!;
    }

    private static Vignette Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new Vignette(json.RootElement.Clone());
    }

    private static List<string> Names(JsonElement parent) =>
        [.. parent.GetProperty("asks").EnumerateArray().Select(item => item.GetString()!)];

    private bool IsTrue(string finding) =>
        row.GetProperty("facts").TryGetProperty(finding, out var fact)
        && fact.GetProperty("value").ValueKind == JsonValueKind.True;

    private string? Say(string finding) =>
        row.GetProperty("facts").TryGetProperty(finding, out var fact) ? fact.GetProperty("say").GetString() : null;
}
