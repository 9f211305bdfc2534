using TriageBot.Protocols.Answers;

namespace TriageBot.Language.Replies;

/// <summary>Reads the reply to a question for a number to call.</summary>
internal static class PhoneReply
{
    public static Reply Read(string text) =>
        PhoneNumbers.Find(text, out var wasTried) is { } e164 ? new Reply(new Answer.Phone(e164))
        : wasTried ? new Reply(null, ReplyProblem.NotDiallable)
        : new Reply(null);
}
