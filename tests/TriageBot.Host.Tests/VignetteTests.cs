using TriageBot.Host.Tests.Support;
using Xunit.Abstractions;

namespace TriageBot.Host.Tests;

/// <summary>The evaluation set's scripted patients, played over HTTP. Without the set beside the checkout there is none.</summary>
public sealed class VignetteTests(SharedHost shared, ITestOutputHelper output) : IClassFixture<SharedHost>
{
    private const int MostTurns = 40;

    [Fact]
    public async Task Every_scripted_patient_ends_acceptably()
    {
        var failures = new List<string>();
        foreach (var vignette in Vignette.All())
        {
            var patient = new Patient(shared.Host.Http, vignette.Id);
            await Play(vignette, patient);
            output.WriteLine($"── {vignette.Id}: {patient.Disposition}\n{patient.Transcript}");
            if (patient.Disposition is not { } ending || !vignette.AcceptableDispositions.Contains(ending))
            {
                var wanted = string.Join(" or ", vignette.AcceptableDispositions);
                failures.Add($"{vignette.Id} ended with {patient.Disposition ?? "nothing"}, not {wanted}");
            }
        }

        Assert.Empty(failures);
    }

    private static async Task Play(Vignette vignette, Patient patient)
    {
        await patient.Say(vignette.Opening);
        for (var turn = 0; turn < MostTurns && patient.LastQuestion?.Question is { } question; turn++)
        {
            await patient.Say(vignette.ReplyTo(question));
        }
    }
}
