using System.Text;
using TriageBot.Protocols.Proofs;
using TriageBot.Protocols.Reading;
using TriageBot.Protocols.Tests.Reading;

namespace TriageBot.Protocols.Tests.Proofs;

/// <summary>Each file of <c>Broken/</c> breaks a sound protocol in one way, and each is rejected with its own code.</summary>
public sealed class BrokenProtocolTests
{
    private static readonly string Folder = Path.Combine(Shipped.Root, "tests", "TriageBot.Protocols.Tests", "Broken");
    private static readonly string Sound = File.ReadAllText(Path.Combine(Folder, "sound.yaml"));

    public static TheoryData<string> Names { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.yaml")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name != "sound")
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    [Trait("Run", "exhaustive")]
    public void The_sound_protocol_has_no_mistake_and_everything_of_it_is_proved()
    {
        var (library, defects) = Read(Sound);

        Assert.Empty(defects);
        Assert.Empty(Proof.Of(library.Protocols[0]).Violations);
    }

    [Fact]
    public void There_are_more_than_forty_broken_protocols() => Assert.InRange(Names.Count, 40, 400);

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Run", "exhaustive")]
    public void A_broken_protocol_is_rejected_with_its_own_code_and_place(string name)
    {
        var edit = Node.Parse(name, File.ReadAllText(Path.Combine(Folder, $"{name}.yaml")), [], "TEST");
        var code = edit["code"].Scalar!;
        var reading = Read(Sample.Break(Sound, edit["old"].Scalar!, edit["new"].Scalar!));
        var found = reading
            .Defects.Select(defect => (defect.Code, defect.File, defect.Line, defect.Message))
            .Concat(
                reading
                    .Library.Protocols.SelectMany(protocol => Proof.Of(protocol).Violations)
                    .Select(violation => (violation.Code, violation.File, violation.Line, violation.Message))
            )
            .ToList();

        Assert.Contains(found, defect => defect.Code == code);
        Assert.All(found, defect => Assert.Equal("sound.yaml", defect.File));
        Assert.All(found, defect => Assert.InRange(defect.Line, 1, 400));
        Assert.All(found, defect => Assert.True(defect.Message.Length > 15, defect.Message));
    }

    [Fact]
    public void Every_code_of_a_proof_is_explained_in_the_documentation()
    {
        var page = File.ReadAllText(Path.Combine(Shipped.Root, "docs", "protocol-defects.md"));

        Assert.All(ProofCodes(), code => Assert.Contains($"| {code} |", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not UTF-8", "TP040")]
    [InlineData("empty", "TP001")]
    [InlineData("huge", "TP041")]
    [InlineData("binary", "TP040")]
    public void A_file_that_is_no_text_is_said_to_be_none(string kind, string code)
    {
        byte[] bytes = kind switch
        {
            "not UTF-8" => [.. Encoding.Latin1.GetBytes("# é\n"), .. Encoding.UTF8.GetBytes(Sound)],
            "binary" => [0, 1, 2, 0, 10, 0],
            "huge" => Encoding.UTF8.GetBytes(new string('#', 1_000_002)),
            _ => [],
        };

        Assert.Contains(ReadFile(bytes).Defects, defect => defect.Code == code);
    }

    [Fact]
    public void A_byte_order_mark_and_other_line_ends_are_no_mistake()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sound.ReplaceLineEndings("\r\n"))];

        Assert.Empty(ReadFile(bytes).Defects);
    }

    private static IEnumerable<string> ProofCodes() =>
        typeof(ProofCode).GetFields().Select(field => (string)field.GetValue(null)!);

    private static ProtocolReading Read(string text) => ProtocolLibrary.Read([new SourceText("sound.yaml", text)]);

    private static ProtocolReading ReadFile(byte[] bytes)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllBytes(Path.Combine(directory.Path, "sound.yaml"), bytes);
        return ProtocolLibrary.Read(directory.Path);
    }
}
