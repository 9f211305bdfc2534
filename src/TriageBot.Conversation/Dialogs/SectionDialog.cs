using TriageBot.Conversation.CheckIns;
using TriageBot.Protocols;
using TriageBot.Protocols.Questions;

namespace TriageBot.Conversation.Dialogs;

/// <summary>
/// One section of the script as a waterfall, built from the protocol: a step for each question, which asks it only where
/// <see cref="Script.Next"/> says that it is next.
/// </summary>
internal sealed class SectionDialog : WaterfallDialog
{
    private readonly string version;

    /// <param name="version">Changes whenever the script does, so that a stack of another script is not continued.</param>
    public SectionDialog(Section section, string version)
        : base(IdOf(section))
    {
        this.version = version;
        foreach (var question in section.Questions)
        {
            AddStep((step, cancellation) => AskIfNext(step, question.Id, cancellation));
        }

        AddStep(EndSection);
    }

    public static string IdOf(Section section) => $"section/{section.Id}";

    public override string GetVersion() => version;

    private static async Task<DialogTurnResult> AskIfNext(
        WaterfallStepContext step,
        string question,
        CancellationToken cancellation
    )
    {
        var turn = CheckInTurn.Of(step.Context);
        return Script.After(turn.Assessment) is ScriptStep.Ask ask && ask.Question.Id == question
            ? await step.BeginDialogAsync(nameof(QuestionDialog), question, cancellation)
            : await step.NextAsync(null, cancellation);
    }

    private static Task<DialogTurnResult> EndSection(WaterfallStepContext step, CancellationToken cancellation) =>
        step.EndDialogAsync(null, cancellation);
}
