using TriageBot.Host.Commands;
using TriageBot.Host.Configuration;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests;

public sealed class SettingsTests
{
    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_with_what_to_do_and_no_secret()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() =>
            TestHost.StartAsync(
                environment: "Production",
                settings:
                [
                    "--Organization:NurseLine=(423) 555-0100",
                    "--Organization:TimeZone=Eastern",
                    "--Organization:Hours:From=8",
                    "--Organization:Nmae=Hill",
                    "--Cases:Webhook:Url=http://cases.example.com/",
                    "--Cases:Webhook:Secret=swordfish",
                    "--Cases:Watched=perhaps",
                    "--Records:Provider=Oracle",
                ]
            )
        );
        string[] expected =
        [
            "Organization:Nmae is not a setting",
            "Organization:Name is missing",
            "Organization:NurseLine must be",
            "Organization:VerifiedOn is missing",
            "Organization:TimeZone must be",
            "Organization:Hours:From must be",
            "Organization:Hours:To is missing",
            "Cases:Webhook:Url must begin with https://",
            "Cases:Webhook:Secret must be",
            "Cases:Watched must be true or false",
            "Records:Provider must be",
            "Protocols:AllowDraft must be true",
        ];
        Assert.All(
            expected,
            start => Assert.Contains(refused.Problems, problem => problem.StartsWith(start, StringComparison.Ordinal))
        );
        Assert.DoesNotContain("swordfish", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("(423)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_in_memory_are_refused_where_patients_are()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() =>
            TestHost.StartAsync(environment: "Production", settings: ["--Records:Provider=Memory"])
        );

        Assert.Contains(
            refused.Problems,
            problem => problem.Contains("lost with the process", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Numbers_that_make_two_messages_of_an_emergency_instruction_are_refused()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() =>
            TestHost.StartAsync(settings: "--Organization:EmergencyNumber=911911")
        );

        Assert.NotEmpty(refused.Problems);
        Assert.All(
            refused.Problems,
            problem => Assert.Contains("PH008 'emergency.", problem, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_hospital_that_has_set_everything_starts_in_Production()
    {
        await using var host = await TestHost.StartAsync(environment: "Production", settings: Production.Settings);
        using var ready = await host.Http.GetAsync("/readyz");
        var body = await ready.Content.ReadAsStringAsync();
        Assert.Contains("\"ready\":true", body, StringComparison.Ordinal);
        Assert.Contains("\"casesReachANurse\":false", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_hospital_the_program_ends_with_exit_code_1()
    {
        using var directory = new TempDirectory();
        var console = new TestConsole();
        var code = await CommandTable.RunAsync(
            [
                "serve",
                "--Organization:NurseLine=12",
                $"--Records:Directory={directory.Path}",
                "--Protocols:Directory=/nowhere",
            ],
            console.Streams
        );
        Assert.Equal(1, code);
        Assert.Contains("Organization:NurseLine must be", console.Error, StringComparison.Ordinal);
        Assert.Contains("Protocols:Directory names no directory", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hosts_do_not_share_a_data_directory()
    {
        using var directory = new TempDirectory();
        await using var first = await TestHost.StartAsync(directory.Path);
        var refused = await Assert.ThrowsAsync<Records.Storage.RecordsException>(() =>
            TestHost.StartAsync(directory.Path)
        );
        Assert.Contains("Another host runs", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_are_told_from_a_verbs_own_options()
    {
        var (verb, settings) = SettingArguments.Split([
            "chat",
            "--lang",
            "es",
            "--Records:Directory",
            "/x",
            "--Cases:Watched=true",
            "--MicrosoftAppId=1",
        ]);
        Assert.Equal(["chat", "--lang", "es"], verb);
        Assert.Equal(["--Records:Directory=/x", "--Cases:Watched=true", "--MicrosoftAppId=1"], settings);
    }
}
