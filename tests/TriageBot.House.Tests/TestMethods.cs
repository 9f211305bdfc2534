using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace TriageBot.House.Tests;

/// <summary>The tests in the built test assemblies, read without loading them.</summary>
internal static class TestMethods
{
    /// <summary>Full names, of classes that are abstract too; true where the test is skipped.</summary>
    public static Dictionary<string, bool> Of(IEnumerable<string> assemblies)
    {
        var found = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            using var file = new PEReader(File.OpenRead(assembly));
            var reader = file.GetMetadataReader();
            foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
            {
                var name = $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
                foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
                {
                    if (Mark(reader, method) is { } mark)
                    {
                        found[$"{name}.{reader.GetString(method.Name)}"] = mark.Contains(
                            "Skip",
                            StringComparison.Ordinal
                        );
                    }
                }
            }
        }

        return found;
    }

    /// <summary>The arguments of the attribute that makes it a test, as they are stored; null where it is none.</summary>
    private static string? Mark(MetadataReader reader, MethodDefinition method)
    {
        foreach (var handle in method.GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (
                attribute.Constructor.Kind == HandleKind.MemberReference
                && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
                    is { Kind: HandleKind.TypeReference } parent
                && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)parent).Name)
                    is "FactAttribute"
                        or "TheoryAttribute"
            )
            {
                return Encoding.UTF8.GetString(reader.GetBlobBytes(attribute.Value));
            }
        }

        return null;
    }
}
