using TriageBot.Protocols.Routes;

namespace TriageBot.Protocols.Tests;

/// <summary>The routes in the words of the clinical table.</summary>
internal static class Routes
{
    public static void Expect(string route, Assessment assessment)
    {
        Assert.Equal(route, Of(assessment.Disposition));
    }

    public static string Of(Disposition disposition) =>
        disposition.Route switch
        {
            Route.Callback => $"callback {disposition.Within!.Value.TotalHours}h",
            Route.Emergency => "emergency",
            _ => "selfcare",
        };
}
