using Microsoft.Extensions.DependencyInjection.Extensions;
using TriageBot.Host.DirectLine;

namespace TriageBot.Host.Enrolling;

internal static class EnrollingExtensions
{
    /// <summary>Patients who are enrolled, and their links.</summary>
    public static void AddEnrolling(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton<SigningKey>();
        services.AddSingleton<LinkCodes>();
        services.AddSingleton<EnrolmentDesk>();
        services.AddSingleton<ILinkHolders, PatientLinks>();
    }
}
