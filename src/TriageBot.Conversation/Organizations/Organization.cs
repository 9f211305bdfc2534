namespace TriageBot.Conversation.Organizations;

/// <summary>The hospital that runs the bot, as configured under <c>Organization</c>. Numbers are digits only.</summary>
public sealed record Organization
{
    public required string Name { get; init; }

    /// <summary>The nurse line that a patient can dial.</summary>
    public required string NurseLine { get; init; }

    public required string EmergencyNumber { get; init; }

    public required string CrisisLine { get; init; }

    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>When a nurse is on shift.</summary>
    public required Hours Hours { get; init; }

    /// <summary>The language of a conversation that has shown none yet: "en".</summary>
    public string Language { get; init; } = "en";

    /// <summary>
    /// True where cases reach somebody (a webhook, or a person who watches the list). Without it no text promises a time.
    /// </summary>
    public bool CasesReachANurse { get; init; }
}
