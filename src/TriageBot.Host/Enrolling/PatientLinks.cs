using System.Globalization;
using TriageBot.Host.DirectLine;
using TriageBot.Records.Model;
using TriageBot.Records.Patients;

namespace TriageBot.Host.Enrolling;

/// <summary>Whose a link is, for the doors that take links.</summary>
internal sealed class PatientLinks(PatientRegister register) : ILinkHolders
{
    public async ValueTask<IReadOnlyDictionary<string, string>?> FindAsync(string link, CancellationToken stop) =>
        await register.FindByLinkAsync(link, stop) is { } patient ? KnownOf(patient) : null;

    private static Dictionary<string, string> KnownOf(PatientRow patient)
    {
        var known = new Dictionary<string, string>
        {
            ["patient"] = patient.Id,
            ["name"] = patient.Name,
            ["phone"] = patient.Phone,
            ["procedure"] = patient.Procedure,
            ["discharged"] = patient.DischargedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["born"] = patient.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        if (patient.BloodThinner is { } thinner)
        {
            known["blood_thinner"] = thinner;
        }

        if (patient.CarerName is { } carer)
        {
            known["carer"] = $"{carer} {patient.CarerPhone}".Trim();
            known["carer_may_know"] = patient.CarerMayKnow ? "yes" : "no";
        }

        return known;
    }
}
