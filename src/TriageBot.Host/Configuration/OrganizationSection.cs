using TriageBot.Conversation.Organizations;

namespace TriageBot.Host.Configuration;

/// <summary>
/// The hospital, from <c>Organization</c>. Nothing here has a default: a number that patients dial is never a guess.
/// </summary>
internal static class OrganizationSection
{
    private const string Section = "Organization";

    public static Organization Read(SettingsReader settings, bool casesReachANurse)
    {
        settings.RejectOtherKeys(
            Section,
            "Name",
            "NurseLine",
            "VerifiedOn",
            "EmergencyNumber",
            "CrisisLine",
            "TimeZone",
            "Hours",
            "Language"
        );
        settings.RejectOtherKeys($"{Section}:Hours", "From", "To");
        settings.Date($"{Section}:VerifiedOn", "the day on which somebody dialled the numbers, as 2026-11-30");
        return new Organization
        {
            Name = settings.Text($"{Section}:Name", "the hospital's name as patients know it"),
            NurseLine = settings.Digits($"{Section}:NurseLine", "the nurse line's number, digits only", 7, 15),
            EmergencyNumber = settings.Digits($"{Section}:EmergencyNumber", "the emergency number, digits only", 2, 6),
            CrisisLine = settings.Digits($"{Section}:CrisisLine", "the suicide and crisis line, digits only", 2, 15),
            TimeZone = ReadTimeZone(settings),
            Hours = new Hours(
                settings.Time($"{Section}:Hours:From", "when the first nurse comes on shift, as 08:00"),
                settings.Time(
                    $"{Section}:Hours:To",
                    "when the last nurse leaves, as 20:00; the same as From for day and night"
                )
            ),
            Language = settings.Text($"{Section}:Language", "the patients' usual language, as en"),
            CasesReachANurse = casesReachANurse,
        };
    }

    private static TimeZoneInfo ReadTimeZone(SettingsReader settings)
    {
        const string Key = $"{Section}:TimeZone";
        const string What = "the hospital's time zone by its IANA name, as America/New_York";
        var name = settings.Text(Key, What);
        if (name.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId)
        {
            return zone;
        }

        if (name.Length > 0)
        {
            settings.Report(Key, $"must be {What}.");
        }

        return TimeZoneInfo.Utc;
    }
}
