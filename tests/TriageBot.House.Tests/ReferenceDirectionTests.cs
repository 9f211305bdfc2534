using System.Xml.Linq;

namespace TriageBot.House.Tests;

public class ReferenceDirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Protocols"] = [],
        ["Language"] = ["Protocols"],
        ["BotFramework"] = [],
        ["Conversation"] = ["Protocols", "Language", "BotFramework"],
        ["Records"] = ["Conversation", "BotFramework"],
        ["Host"] = ["Protocols", "Language", "BotFramework", "Conversation", "Records"],
    };

    private static readonly Dictionary<string, string> OnlyIn = new()
    {
        ["YamlDotNet"] = "Protocols",
        ["Microsoft.EntityFrameworkCore"] = "Records",
        ["Spectre.Console"] = "Host",
        ["System.CommandLine"] = "Host",
        ["OpenTelemetry"] = "Host",
        ["Microsoft.Identity"] = "Host",
        ["Azure.Identity"] = "Host",
    };

    [Fact]
    public void Every_room_is_listed_here()
    {
        var rooms = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Room).Order();
        Assert.Equal(Allowed.Keys.Order(), rooms);
    }

    [Fact]
    public void Rooms_reference_only_the_rooms_below_them()
    {
        foreach (var project in Repository.Files("src", "*.csproj"))
        {
            var room = Room(Path.GetDirectoryName(project)!);
            var referenced = Includes(project, "ProjectReference").Select(path => Room(Path.GetDirectoryName(path)!));
            Assert.Empty(referenced.Except(Allowed[room]).Select(other => $"{room} references {other}"));
        }
    }

    [Fact]
    public void Libraries_stay_in_the_room_that_they_were_taken_for()
    {
        foreach (var project in Repository.Files("src", "*.csproj"))
        {
            var room = Room(Path.GetDirectoryName(project)!);
            foreach (var package in Includes(project, "PackageReference"))
            {
                var owner = OnlyIn.FirstOrDefault(pair => package.StartsWith(pair.Key, StringComparison.Ordinal)).Value;
                Assert.True(owner is null || owner == room, $"{package} belongs to {owner}, and {room} references it");
            }
        }
    }

    [Fact]
    public void YAML_is_parsed_in_one_folder()
    {
        var others = Repository
            .Files("src", "*.cs")
            .Where(file => File.ReadAllText(file).Contains("using YamlDotNet", StringComparison.Ordinal))
            .Select(Repository.Name)
            .Where(file => !file.StartsWith("src/TriageBot.Protocols/Reading/", StringComparison.Ordinal));
        Assert.Empty(others);
    }

    private static string Room(string path) => Path.GetFileName(path.Replace('\\', '/'))["TriageBot.".Length..];

    private static IEnumerable<string> Includes(string project, string element) =>
        XDocument.Load(project).Descendants(element).Select(e => e.Attribute("Include")!.Value);
}
