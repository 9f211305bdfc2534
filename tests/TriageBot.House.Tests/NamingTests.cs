using System.Reflection;
using System.Text.RegularExpressions;

namespace TriageBot.House.Tests;

public partial class NamingTests
{
    private static readonly string[] Rooms =
    [
        "Protocols",
        "Language",
        "BotFramework",
        "Conversation",
        "Records",
        "Host",
    ];

    private static readonly string[] Assemblies =
    [
        .. Rooms.Where(room => room != "Host").Select(room => $"TriageBot.{room}"),
        "triagebot",
    ];

    private static readonly string[] VagueFolders = ["Common", "Shared", "Utils", "Helpers", "Base", "Misc"];

    [Fact]
    public void No_type_bears_the_name_of_a_room()
    {
        var offenders = Assemblies
            .Select(Assembly.Load)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => Rooms.Contains(type.Name))
            .Select(type => type.FullName);
        Assert.Empty(offenders);
    }

    [Fact]
    public void No_folder_has_a_name_that_says_nothing()
    {
        var offenders = Repository
            .Files("src", "*")
            .Select(Repository.Name)
            .Where(file => file.Split('/').Any(VagueFolders.Contains));
        Assert.Empty(offenders);
    }

    [Fact]
    public void No_step_is_named_by_its_number()
    {
        var offenders = Repository
            .Files("src", "*.cs")
            .Where(file => NumberedStep().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Name);
        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"\bStep\d+(Async)?\b")]
    private static partial Regex NumberedStep();
}
