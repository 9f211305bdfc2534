using TriageBot.Protocols.Reading;

namespace TriageBot.Protocols.Tests.Reading;

public sealed class ProtocolLibraryTests
{
    [Fact]
    public void Ten_mistakes_in_one_protocol_are_one_report_with_file_and_line_each()
    {
        (string Code, string Old, string Mistake)[] mistakes =
        [
            ("TP007", "version: 1.0.0", "version: one"),
            ("TP008", "status: draft", "status: draft\n  reviewed-on: yesterday"),
            ("TP015", "at-least: severe-pain", "at-least: worst-pain"),
            ("TP011", "finds: [fainting]", "finds: [fainted]"),
            ("TP024", "rephrase: alarm-sure", "rephrase: alarm-shure"),
            ("TP020", "    instruction: heart\n", ""),
            ("TP016", "cite: infection", "cite: infections"),
            ("TP027", "within: 4h", "within: -4h"),
            ("TP018", "addition: common sense", "# nothing"),
            ("TP014", "{ answer: fever, is: no }", "{ answer: fever, is: maybe }"),
        ];
        var text = mistakes.Aggregate(Sample.Text, (broken, m) => Sample.Break(broken, m.Old, m.Mistake));
        using var directory = new TemporaryDirectory();
        directory.Write("sample.yaml", text);

        var thrown = Assert.Throws<DefectiveDataException>(() => ProtocolLibrary.Load(directory.Path));

        foreach (var (code, _, _) in mistakes)
        {
            var defect = Assert.Single(thrown.Defects, d => d.Code == code);
            Assert.Matches($@"^sample\.yaml:\d+ {code} .{{20,}}", defect.ToString());
            Assert.Contains(defect.ToString(), thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Defects_of_all_files_are_reported_together_and_those_of_a_shared_file_once()
    {
        var shared = Sample.Break(Sample.Text, "id: sample\nversion: 1.0.0\nreview:\n  status: draft\n", "");
        shared = Sample.Break(shared, "cite: chest", "cite: chests");
        var reading = ProtocolLibrary.Read([
            new SourceText("one.yaml", "id: one\nversion: x\nreview: { status: draft }\nincludes: [shared.yaml]\n"),
            new SourceText("two.yaml", "id: two\nversion: y\nreview: { status: draft }\nincludes: [shared.yaml]\n"),
            new SourceText("shared.yaml", shared),
            new SourceText("loose.yaml", "topics: []\n"),
        ]);

        Assert.Equal(
            [
                ("loose.yaml", "TP010"),
                ("one.yaml", "TP007"),
                ("shared.yaml", "TP029"),
                ("shared.yaml", "TP016"),
                ("two.yaml", "TP007"),
            ],
            reading.Defects.Select(defect => (defect.File, defect.Code))
        );
        Assert.Empty(reading.Library.Protocols);
    }

    [Fact]
    public void A_directory_that_is_not_there_or_empty_is_a_defect()
    {
        var missing = ProtocolLibrary.Read(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()));

        Assert.Equal(ProtocolCode.EmptyProtocol, Assert.Single(missing.Defects).Code);
    }

    [Fact]
    public void A_protocol_is_read_back_from_its_kept_texts_to_the_same_hash()
    {
        var protocol = Shipped.Kyphoplasty;
        var kept = Shipped.Library.SourcesOf(protocol.Hash);

        Assert.Equal(["kyphoplasty.yaml", "shared.yaml"], kept.Select(source => source.File));
        var again = ProtocolLibrary.Read(kept);
        Assert.Empty(again.Defects);
        Assert.Equal(protocol.Hash, Assert.Single(again.Library.Protocols).Hash);
    }

    [Fact]
    public void The_hash_knows_each_text_and_overlooks_line_ends()
    {
        var plain = Assert.Single(Sample.Read(Sample.Text).Library.Protocols).Hash;
        var windows = Sample.Read(Sample.Text.Replace("\n", "\r\n", StringComparison.Ordinal));
        var changed = Sample.Read(Sample.Break(Sample.Text, "addition: not said", "addition: now said"));

        Assert.Matches("^[0-9a-f]{64}$", plain);
        Assert.Equal(plain, windows.Library.Protocols[0].Hash);
        Assert.NotEqual(plain, changed.Library.Protocols[0].Hash);
        Assert.NotEqual(Shipped.Kyphoplasty.Hash, Shipped.Library.Find("vertebroplasty")!.Hash);
    }

    [Fact]
    public void A_line_that_moves_from_one_file_to_the_next_makes_another_protocol()
    {
        Assert.NotEqual(HashOfCut("advice:"), HashOfCut("topics:"));

        static string HashOfCut(string first)
        {
            var text = Sample.Break(Sample.Text, "version: 1.0.0", "version: 1.0.0\nincludes: [shared.yaml]");
            var cut = text.IndexOf(first, StringComparison.Ordinal);
            var reading = ProtocolLibrary.Read([
                new SourceText("sample.yaml", text[..cut]),
                new SourceText("shared.yaml", text[cut..]),
            ]);
            Assert.Empty(reading.Defects);
            return Assert.Single(reading.Library.Protocols).Hash;
        }
    }

    [Fact]
    public void A_protocol_that_includes_a_file_with_a_mistake_is_not_in_the_library()
    {
        var own = "id: one\nversion: 1.0.0\nreview: { status: draft }\nincludes: [shared.yaml]\n";
        var shared = Sample.Break(Sample.Text, "id: sample\nversion: 1.0.0\nreview:\n  status: draft\n", "");
        shared = Sample.Break(shared, "within: 4h", "within: soon");

        var reading = ProtocolLibrary.Read([new SourceText("one.yaml", own), new SourceText("shared.yaml", shared)]);

        Assert.Equal("shared.yaml", Assert.Single(reading.Defects).File);
        Assert.Empty(reading.Library.Protocols);
    }

    [Fact]
    public void Mistakes_are_told_from_the_first_line_to_the_last_and_by_code_in_a_line()
    {
        var text = Sample.Break(Sample.Text, "{ answer: fever, is: no }", "{ fact: nobody, was: no }");
        text = Sample.Break(text, "at-least: severe-pain", "at-least: awful");
        text = Sample.Break(text, "version: 1.0.0", "version: x");

        Assert.Equal(["TP007", "TP015", "TP003", "TP012"], Sample.Read(text).Defects.Select(defect => defect.Code));
    }

    [Fact]
    public void A_file_that_is_no_text_is_told_so_once_and_where()
    {
        var binary = Assert.Single(
            Sample.Read(Sample.Text.Replace("status", "sta\0us", StringComparison.Ordinal)).Defects
        );
        var large = Assert.Single(Sample.Read(Sample.Text + new string('\0', 1_000_000)).Defects);

        Assert.Equal((ProtocolCode.NotText, 4), (binary.Code, binary.Line));
        Assert.Equal(ProtocolCode.TooLarge, large.Code);
    }

    [Theory]
    [InlineData(1_000_000, 0)]
    [InlineData(1_000_001, 1)]
    public void A_file_may_have_a_million_characters(int length, int defects)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("sample.yaml", (Sample.Text + "\n#").PadRight(length, '#'));

        Assert.Equal(defects, ProtocolLibrary.Read(directory.Path).Defects.Length);
    }

    [Fact]
    public void An_unknown_hash_or_id_has_nothing()
    {
        Assert.Empty(Shipped.Library.SourcesOf("0"));
        Assert.Null(Shipped.Library.Find("appendectomy"));
    }

    [Fact]
    public void A_rule_for_each_finding_becomes_one_rule_a_finding()
    {
        var protocol = Assert.Single(Sample.Read(Sample.Text).Library.Protocols);

        Assert.Equal(["alarm-chest-pain", "alarm-fainting"], protocol.Rules.Take(2).Select(rule => rule.Id));
        Assert.Equal(["chest_pain", "fainting"], protocol.Rules.Take(2).Select(rule => rule.About));
    }
}
