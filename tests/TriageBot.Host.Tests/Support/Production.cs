namespace TriageBot.Host.Tests.Support;

/// <summary>The least that a host needs outside Development.</summary>
internal static class Production
{
    public static string[] Settings =>
        [
            "--Organization:Name=Valley Hospital",
            "--Organization:NurseLine=4235550177",
            "--Organization:VerifiedOn=2026-11-02",
            "--Organization:EmergencyNumber=911",
            "--Organization:CrisisLine=988",
            "--Organization:TimeZone=America/New_York",
            "--Organization:Hours:From=08:00",
            "--Organization:Hours:To=20:00",
            "--Organization:Language=en",
            "--Protocols:AllowDraft=true",
        ];
}
