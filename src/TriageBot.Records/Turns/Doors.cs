namespace TriageBot.Records.Turns;

/// <summary>The ways into a conversation. Names are stored, so they never change.</summary>
public static class Doors
{
    public const string Connector = "connector";
    public const string DirectLine = "directline";
    public const string Sms = "sms";
    public const string Terminal = "terminal";

    /// <summary>Timers, nurses' acts and receipts: what begins a turn without a patient.</summary>
    public const string Inside = "internal";
}
