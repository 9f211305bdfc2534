using TriageBot.Conversation.CheckIns;

namespace TriageBot.Conversation.Messages;

/// <summary>Plain messages and the values that their texts share.</summary>
internal static class Message
{
    public static Activity Of(string text, Dictionary<string, object>? channelData = null)
    {
        var message = MessageFactory.Text(text, text, InputHints.AcceptingInput);
        message.ChannelData = channelData;
        return message;
    }

    public static Task SayAsync(this ITurnContext context, string key, CancellationToken cancellation) =>
        context.SendActivityAsync(Of(Text(CheckInTurn.Of(context), key)), cancellation);

    public static Task SayAsync(
        this ITurnContext context,
        string key,
        Dictionary<string, object> channelData,
        CancellationToken cancellation
    ) => context.SendActivityAsync(Of(Text(CheckInTurn.Of(context), key), channelData), cancellation);

    /// <summary>A text with the organization's values and what is known of the promise and the number.</summary>
    public static string Text(CheckInTurn turn, string key, params (string Name, string Value)[] values)
    {
        var organization = turn.Organization;
        if (!organization.CasesReachANurse && turn.Phrases.Find($"{key}.unwatched") is not null)
        {
            key = $"{key}.unwatched";
        }

        return turn.Phrases.Fill(key, ValueOf);

        string? ValueOf(string name) =>
            name switch
            {
                "digits" => SpokenPhone.LastDigits(turn.CheckIn.Contact.Phone),
                "now" => Times().Clock(turn.Now),
                "clock" => Times().Clock(Promised()),
                "day" => Times().Day(Promised(), turn.Now),
                _ => OrganizationValues.Of(organization, name) ?? Array.Find(values, value => value.Name == name).Value,
            };

        SpokenTime Times() => new(organization.TimeZone, turn.Phrases);

        DateTimeOffset Promised() => turn.CheckIn.Case?.PromisedBy ?? turn.Now;
    }
}
