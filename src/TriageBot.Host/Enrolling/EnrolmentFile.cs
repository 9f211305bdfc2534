using Microsoft.VisualBasic.FileIO;
using TriageBot.Records.Patients;

namespace TriageBot.Host.Enrolling;

/// <summary>Reads many patients from a file of comma-separated values, whose first line names the columns.</summary>
internal static class EnrolmentFile
{
    /// <summary>All of them, or, with what is wrong by line, none.</summary>
    public static IReadOnlyList<Enrolment> Read(TextReader text, EnrolmentReader reader, List<string> problems)
    {
        using var parser = new TextFieldParser(text) { TextFieldType = FieldType.Delimited, TrimWhiteSpace = true };
        parser.SetDelimiters(",");
        var columns = Fields(parser, problems);
        if (columns is null)
        {
            problems.Add("The file is empty. Its first line names the columns.");
            return [];
        }

        columns = [.. columns.Select(column => column.TrimStart('\uFEFF').ToLowerInvariant())];
        var patients = new List<Enrolment>();
        while (!parser.EndOfData)
        {
            var line = parser.LineNumber;
            if (Fields(parser, problems) is not { } values)
            {
                continue;
            }

            var wrong = new List<string>();
            if (values.Length != columns.Length)
            {
                wrong.Add($"has {values.Length} values for {columns.Length} columns");
            }
            else if (
                reader.Read(
                    columns.Zip(values).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second),
                    wrong
                ) is
                { } patient
            )
            {
                patients.Add(patient);
            }

            problems.AddRange(wrong.Select(problem => $"line {line}: {problem}"));
        }

        return problems.Count == 0 ? patients : [];
    }

    private static string[]? Fields(TextFieldParser parser, List<string> problems)
    {
        try
        {
            return parser.ReadFields();
        }
        catch (MalformedLineException)
        {
            problems.Add($"line {parser.ErrorLineNumber}: a quotation mark is not closed, or stands within a value");
            return null;
        }
    }
}
