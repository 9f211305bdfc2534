using TriageBot.Conversation.Organizations;

namespace TriageBot.Conversation.Messages;

/// <summary>What texts take from the organization, by the names that stand in braces.</summary>
internal static class OrganizationValues
{
    /// <summary>Null where the name is none of the organization's.</summary>
    public static string? Of(Organization organization, string name) =>
        name switch
        {
            "organization" => organization.Name,
            "line" => SpokenPhone.Dashed(organization.NurseLine),
            "emergency" => organization.EmergencyNumber,
            "crisis" => organization.CrisisLine,
            _ => null,
        };
}
