using TriageBot.Conversation.Cases;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Conversation.Dialogs;

/// <summary>Emergency instructions: acts first, asks after.</summary>
internal sealed class EmergencyDialog : WaterfallDialog
{
    private const string Suicide = "suicide";
    private const string CannotCall = "cannot-call";
    private static readonly string[] NeverNamed = ["suicidal", "overdose"];

    public EmergencyDialog()
        : base(nameof(EmergencyDialog))
    {
        AddStep(TellInstruction);
        AddStep(HearWhetherHelpComes);
        AddStep(AskNumberIfNone);
        AddStep(End);
    }

    private static async Task<DialogTurnResult> TellInstruction(
        WaterfallStepContext step,
        CancellationToken cancellation
    )
    {
        var context = step.Context;
        var turn = CheckInTurn.Of(context);
        var rules = EmergencyRules(turn.Assessment);
        var instruction = turn.Assessment.Instruction;
        CaseDesk.Open(turn);
        turn.Change(c =>
            c with
            {
                Told = turn.Assessment.Disposition,
                InstructedFor = [.. rules.Select(rule => rule.Id)],
                Stage = Stage.Talking,
                Help = null,
            }
        );

        await context.SayAsync($"emergency.{instruction}", TriageData.OfOutcome(turn, "instruction"), cancellation);
        if (instruction != Suicide && rules.Exists(rule => rule.Instruction == Suicide))
        {
            await context.SayAsync("emergency.crisis", TriageData.OfText("instruction"), cancellation);
        }

        await context.SayAsync(WhatANurseCanDo(turn), TriageData.OfText("promise"), cancellation);
        await context.SendActivityAsync(Message.Of(WhyText(turn, rules)), cancellation);
        return await step.BeginDialogAsync(nameof(QuestionDialog), ContactQuestions.HelpComing.Id, cancellation);
    }

    private static async Task<DialogTurnResult> HearWhetherHelpComes(
        WaterfallStepContext step,
        CancellationToken cancellation
    )
    {
        var turn = CheckInTurn.Of(step.Context);
        var (help, key) = step.Result switch
        {
            Answer.Chosen { Option: CannotCall } => (Help.CannotCall, "emergency.cannot-call"),
            Answer.Chosen => (Help.Coming, "emergency.coming"),
            _ => (Help.Unclear, "emergency.unclear"),
        };
        turn.Change(c => c with { Help = help });
        CaseDesk.Update(turn);
        await step.Context.SayAsync(key, cancellation);
        return await step.NextAsync(null, cancellation);
    }

    private static async Task<DialogTurnResult> AskNumberIfNone(
        WaterfallStepContext step,
        CancellationToken cancellation
    ) =>
        CheckInTurn.Of(step.Context).CheckIn.Contact.Phone is null
            ? await step.BeginDialogAsync(nameof(QuestionDialog), ContactQuestions.Phone.Id, cancellation)
            : await step.NextAsync(null, cancellation);

    private static async Task<DialogTurnResult> End(WaterfallStepContext step, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(step.Context);
        if (step.Result is Answer.Phone phone)
        {
            turn.Change(c => c with { Contact = c.Contact with { Phone = phone.E164 } });
            CaseDesk.Open(turn);
            await step.Context.SayAsync(WhatANurseCanDo(turn), TriageData.OfText("promise"), cancellation);
        }
        else if (turn.CheckIn.Contact.Phone is null)
        {
            await step.Context.SayAsync("emergency.refused", cancellation);
        }

        turn.Change(c => c with { Stage = Stage.Ended });
        return await step.EndDialogAsync(null, cancellation);
    }

    private static List<Rule> EmergencyRules(Assessment assessment) =>
        [.. assessment.Reasons.Select(reason => reason.Rule).Where(rule => rule.Disposition.Route == Route.Emergency)];

    /// <summary>What is true about the nurse; never more than that one will try to call.</summary>
    public static string WhatANurseCanDo(CheckInTurn turn) =>
        !turn.Organization.CasesReachANurse ? "emergency.nurse.no-promise"
        : turn.CheckIn.Contact.Phone is null ? "emergency.nurse.no-number"
        : Promises.NurseCanCallBy(turn, turn.CheckIn.Case?.Due ?? turn.Now) ? "emergency.nurse"
        : "emergency.nurse.no-promise";

    /// <summary>The reason in its own plain name; none is named where saying it on a shared phone would harm.</summary>
    private static string WhyText(CheckInTurn turn, List<Rule> rules)
    {
        var findings = rules.Select(rule => rule.About).Distinct().ToList();
        var names = findings
            .Where(finding => !NeverNamed.Contains(finding))
            .Select(finding => turn.Phrases.Find($"finding.{finding}"))
            .OfType<string>()
            .ToList();
        return names.Count == 0 || findings.Exists(NeverNamed.Contains)
            ? Message.Text(turn, "emergency.why.private")
            : Message.Text(turn, "emergency.why", ("why", string.Join(", ", names)));
    }
}
