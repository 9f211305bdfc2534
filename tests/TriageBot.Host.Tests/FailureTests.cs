using System.Net;
using TriageBot.Conversation.Effects;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Tests;

/// <summary>What patients get when the program fails them.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_turn_that_throws_tells_the_patient_what_to_do_and_a_nurse_to_look()
    {
        await using var host = await TestHost.StartAsync();
        var patient = new Patient(host.Http);
        await patient.Say("hello");
        host.Failpoints.Arm(Failpoints.TurnThrows, "throw");

        var replies = await patient.Say("the spot is a little sore");
        var text = Assert.Single(replies).Text;
        Assert.Contains("911", text, StringComparison.Ordinal);
        Assert.Contains("423-555-0100", text, StringComparison.Ordinal);
        var file = Assert.Single(await host.Cases());
        Assert.Equal(CaseKind.BotFailed, file.Kind);
        Assert.Equal(60, file.MinutesGiven());
        Assert.Contains("a little sore", CaseFile.CardOf(file)!.Situation.Words[0].Text, StringComparison.Ordinal);
        var failed = Assert.Single(
            await host.Read(r => r.Activities.Where(row => row.Delivery == DeliveryState.Thrown))
        );
        Assert.Equal("ann-2", failed.ActivityId);

        Assert.NotEmpty(await patient.Say("fine"));
        Assert.NotNull(patient.LastQuestion);
    }

    [Fact]
    public async Task A_turn_that_throws_on_a_red_flag_is_due_in_five_minutes()
    {
        await using var host = await TestHost.StartAsync();
        host.Failpoints.Arm(Failpoints.TurnThrows, "throw");
        await new Patient(host.Http).Say("crushing chest pain");
        var file = Assert.Single(await host.Cases());
        Assert.Equal(CaseKind.BotFailed, file.Kind);
        Assert.Equal(5, file.MinutesGiven());
    }

    [Fact]
    public async Task With_the_storage_gone_nothing_is_promised_and_nobody_is_sent_here()
    {
        using var directory = new TempDirectory();
        await using var host = await TestHost.StartAsync(directory.Path);
        var patient = new Patient(host.Http);
        await patient.Say("hello");
        var records = Path.Combine(directory.Path, SqliteDatabase.FileName);
        File.Move(records, records + ".gone");

        using var response = await patient.Post(patient.Message("I have a fever of 102"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        var text = Assert.Single(patient.Take(await response.Content.ReadAsStringAsync())).Text;
        Assert.Contains("911", text, StringComparison.Ordinal);
        Assert.DoesNotContain("nurse will", text, StringComparison.OrdinalIgnoreCase);

        using var ready = await host.Http.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using var alive = await host.Http.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);

        // Back, but no turn has shown yet that turns go through: patients come again, if only to try.
        File.Move(records + ".gone", records);
        using var untried = await host.Http.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, untried.StatusCode);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        using var tried = await host.Http.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
        Assert.NotEmpty(await patient.Say("I have a fever of 102"));
        Assert.Contains("\"turns\":true", await host.Http.GetStringAsync("/readyz"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_word_of_a_patient_is_in_the_logs()
    {
        await using var host = await TestHost.StartAsync();
        var patient = new Patient(host.Http);
        await patient.Say("my zebrafinch chest hurts");
        host.Failpoints.Arm(Failpoints.TurnThrows, "throw");
        await patient.Say("zebrafinch again");
        Assert.DoesNotContain("zebrafinch", host.Log.All, StringComparison.Ordinal);
    }
}
