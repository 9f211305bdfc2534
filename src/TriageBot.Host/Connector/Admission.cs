namespace TriageBot.Host.Connector;

/// <summary>Whether a request may come in, decided before its body is read.</summary>
internal abstract record Admission
{
    private Admission() { }

    public sealed record Admitted(Caller Caller) : Admission;

    /// <param name="Status">As in HTTP.</param>
    /// <param name="Reason">For the log; no part of the token.</param>
    public sealed record Refused(int Status, string Reason) : Admission;
}
