namespace TriageBot.Host.DirectLine;

/// <summary>Whether a call may do what it asks in a conversation, and as whom.</summary>
internal abstract record Admission
{
    private Admission() { }

    /// <param name="Holder">What the caller's token, or its site's secret, lets it do.</param>
    /// <param name="Enrolment">What is known of a patient who came by a link; null for others.</param>
    public sealed record Granted(DirectLineToken Holder, IReadOnlyDictionary<string, string>? Enrolment) : Admission;

    /// <summary>The holder of a site's secret, in no conversation yet.</summary>
    public sealed record Secret(SecretSite Site) : Admission;

    public sealed record Refused(IResult Answer) : Admission;
}
