using System.Reflection;

namespace TriageBot.Protocols.Tests;

/// <summary>The protocols that are shipped, loaded once.</summary>
internal static class Shipped
{
    public static string Root { get; } =
        typeof(Shipped)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot")
            .Value!;

    public static string ProtocolDirectory { get; } = Path.Combine(Root, "dialogs", "protocols");

    public static ProtocolLibrary Library { get; } = ProtocolLibrary.Load(ProtocolDirectory);

    public static Protocol Kyphoplasty { get; } = Library.Find("kyphoplasty")!;
}
