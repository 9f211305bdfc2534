using System.Globalization;
using TriageBot.Conversation;
using TriageBot.Language.Replies;
using TriageBot.Records.Patients;

namespace TriageBot.Host.Enrolling;

/// <summary>Reads what somebody typed about a patient, and says all that is wrong with it at once.</summary>
internal sealed class EnrolmentReader(TriageContent content, IReadOnlyList<string> procedures, DateOnly today)
{
    private const int LongestName = 80;
    private const int OldestDischarge = 365;
    private const int OldestPatient = 125;

    /// <summary>Null, and what to correct in <paramref name="problems"/>, where it is not right.</summary>
    public Enrolment? Read(IReadOnlyDictionary<string, string> fields, List<string> problems)
    {
        var before = problems.Count;
        var enrolment = new Enrolment(
            Name(EnrolmentFields.Name) ?? Missing(EnrolmentFields.Name),
            PhoneOf(EnrolmentFields.Phone) ?? Missing(EnrolmentFields.Phone),
            OneOf(EnrolmentFields.Language, [.. content.Phrases.Languages]) ?? Missing(EnrolmentFields.Language),
            OneOf(EnrolmentFields.Procedure, procedures) ?? Missing(EnrolmentFields.Procedure),
            Day(EnrolmentFields.Discharged, today.AddDays(-OldestDischarge)),
            Day(EnrolmentFields.Born, today.AddYears(-OldestPatient)),
            Day(EnrolmentFields.Consented, today.AddDays(-OldestDischarge)),
            OneOf(EnrolmentFields.BloodThinner, ["yes", "no", "unknown"]) is { } said and not "unknown" ? said : null,
            Name(EnrolmentFields.Carer),
            PhoneOf(EnrolmentFields.CarerPhone),
            OneOf(EnrolmentFields.CarerMayKnow, ["yes", "no"]) == "yes"
        );
        foreach (var name in fields.Keys.Where(name => EnrolmentFields.All.All(field => field.Name != name)))
        {
            problems.Add(
                $"'{name}' is not known. Known are: {string.Join(", ", EnrolmentFields.All.Select(f => f.Name))}"
            );
        }

        return problems.Count == before ? enrolment : null;

        string? Said(string field) => fields.GetValueOrDefault(field)?.Trim() is { Length: > 0 } text ? text : null;

        string Missing(string field)
        {
            if (Said(field) is null)
            {
                problems.Add($"{field} is missing");
            }

            return "";
        }

        string? Name(string field)
        {
            if (Said(field) is { } text && (text.Length > LongestName || text.Any(char.IsControl)))
            {
                problems.Add($"{field} must be one line of up to {LongestName} characters");
                return null;
            }

            return Said(field);
        }

        string? OneOf(string field, IReadOnlyList<string> known)
        {
            if (Said(field)?.ToLowerInvariant() is not { } text)
            {
                return null;
            }

            if (!known.Contains(text))
            {
                problems.Add($"{field} must be one of: {string.Join(", ", known)}");
                return null;
            }

            return text;
        }

        string? PhoneOf(string field)
        {
            if (Said(field) is not { } text)
            {
                return null;
            }

            if (PhoneIn(text) is not { } phone)
            {
                problems.Add(
                    $"{field} must be a number with the area code, as 423 555 0142, or with + and the country"
                );
                return null;
            }

            return phone;
        }

        DateOnly Day(string field, DateOnly earliest)
        {
            if (Said(field) is not { } text)
            {
                problems.Add($"{field} is missing");
            }
            else if (
                !DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
            {
                problems.Add($"{field} must be a day written as 2026-11-20");
            }
            else if (day < earliest || day > today)
            {
                problems.Add($"{field} must be between {earliest:yyyy-MM-dd} and {today:yyyy-MM-dd}");
            }
            else
            {
                return day;
            }

            return default;
        }
    }

    // A number and nothing else: with words around it, it may be somebody else's.
    private static string? PhoneIn(string text) =>
        text.All(sign => char.IsAsciiDigit(sign) || "+-.() ".Contains(sign)) ? PhoneNumbers.Find(text, out _) : null;
}
