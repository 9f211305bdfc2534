using TriageBot.Language;

namespace TriageBot.Conversation.CheckIns;

/// <summary>What a text tells beside symptoms: which procedure it was, and that a carer writes. It is not asked again.</summary>
internal static class ToldBeside
{
    private const string Had = "had_";
    private const string ForAnother = "writes_for_another";
    private const string TakesBloodThinner = "takes_blood_thinner";
    private const string NoBloodThinner = "no_blood_thinner";
    private const string Procedure = "procedure";

    /// <summary>True for what only tells something, and asks nothing of the bot.</summary>
    public static bool Tells(string request) =>
        request is ForAnother or TakesBloodThinner or NoBloodThinner
        || request.StartsWith(Had, StringComparison.Ordinal);

    public static void Take(CheckInTurn turn)
    {
        var reading = turn.Reading!;
        if (reading.Requests.Contains(ForAnother))
        {
            turn.Change(c => c with { Writer = "carer" });
        }

        var thinner =
            reading.Requests.Contains(TakesBloodThinner) ? "yes"
            : reading.Requests.Contains(NoBloodThinner) ? "no"
            : null;
        if (thinner is not null && turn.CheckIn.Out?.Id != "blood-thinner")
        {
            turn.Change(c => c with { Sheet = c.Sheet.Knowing("blood_thinner", thinner) });
        }

        if (turn.CheckIn.Sheet.Facts.ContainsKey(Procedure) || NamedProcedure(turn, reading) is not { } protocol)
        {
            return;
        }

        turn.Change(c => c.On(protocol) with { Sheet = c.Sheet.Knowing(Procedure, protocol.Id) });
        turn.Effects.Note("protocol-chosen", protocol.Id);
    }

    /// <summary>The procedure that the text names, where it names one alone.</summary>
    private static Protocols.Protocol? NamedProcedure(CheckInTurn turn, Reading reading)
    {
        var named = reading.Requests.Where(r => r.StartsWith(Had, StringComparison.Ordinal)).Distinct().ToList();
        return
            named.Count == 1
            && turn.Content.Current(named[0][Had.Length..]) is var protocol
            && protocol.Id == named[0][Had.Length..]
            ? protocol
            : null;
    }
}
