using TriageBot.Records.Model;

namespace TriageBot.Host.Tests.Support;

internal static class CaseRows
{
    /// <summary>How long the nurse has, in whole minutes.</summary>
    public static double MinutesGiven(this CaseRow file) => Math.Round((file.Due - file.OpenedAt).TotalMinutes);
}
