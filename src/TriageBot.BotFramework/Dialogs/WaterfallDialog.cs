using System.Globalization;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>A dialog that runs its steps one after the other; each waits for what the step before asked.</summary>
public class WaterfallDialog : Dialog
{
    private const string PersistedOptions = "options";
    private const string PersistedStepIndex = "stepIndex";
    private const string PersistedValues = "values";
    private const string PersistedInstanceId = "instanceId";

    private readonly List<WaterfallStep> steps;

    /// <summary>Makes a waterfall.</summary>
    /// <param name="dialogId">Its id; where null, the name of its type.</param>
    /// <param name="actions">Its steps.</param>
    public WaterfallDialog(string? dialogId, IEnumerable<WaterfallStep>? actions = null)
        : base(dialogId) => steps = [.. actions ?? []];

    /// <summary>
    /// A hash of the id and the names of the steps: it changes when steps are added, removed, renamed or put in
    /// another order. Steps written as lambdas are told apart by position and by the name that the compiler gives.
    /// </summary>
    public override string? GetVersion() =>
        VersionHash.Of(steps.Select((step, index) => $"{index}:{step.Method.Name}").Prepend(Id));

    /// <summary>Adds a step at the end.</summary>
    /// <param name="step">The step.</param>
    /// <returns>This waterfall.</returns>
    public WaterfallDialog AddStep(WaterfallStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        steps.Add(step);
        return this;
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc,
        object? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        Misplaced.Reject(options, nameof(options));
        var instanceId = Guid.NewGuid().ToString();
        var state = dc.ActiveDialog!.State;
        state[PersistedOptions] = options!;
        state[PersistedValues] = new Dictionary<string, object>();
        state[PersistedInstanceId] = instanceId;
        Track("WaterfallStart", instanceId);
        return await RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    /// <summary>Runs the next step with the text of the message; waits on where the activity is no message.</summary>
    /// <param name="dc">The stack.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public override async Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext dc,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        var activity = dc.Context.Activity;
        return activity.Type == ActivityTypes.Message
            ? await ResumeDialogAsync(dc, DialogReason.ContinueCalled, activity.Text, cancellationToken)
            : EndOfTurn;
    }

    /// <summary>Runs the next step.</summary>
    /// <param name="dc">The stack.</param>
    /// <param name="reason">Why the step runs.</param>
    /// <param name="result">What the step gets as its result.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc,
        DialogReason reason,
        object? result,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        var index = StepIndexOf(dc.ActiveDialog!) + 1;
        return await RunStepAsync(dc, index, reason, result, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task EndDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        DialogReason reason,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(instance);
        var instanceId = InstanceIdOf(instance);
        if (reason == DialogReason.CancelCalled)
        {
            Track("WaterfallCancel", instanceId, StepNameAt(StepIndexOf(instance)));
        }
        else if (reason == DialogReason.EndCalled)
        {
            Track("WaterfallComplete", instanceId);
        }

        return Task.CompletedTask;
    }

    /// <summary>Runs one step; override it to do something before or after each.</summary>
    /// <param name="stepContext">What the step sees.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected virtual Task<DialogTurnResult> OnStepAsync(
        WaterfallStepContext stepContext,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(stepContext);
        if (TelemetryClient is not NullBotTelemetryClient)
        {
            Track("WaterfallStep", InstanceIdOf(stepContext.ActiveDialog!), StepNameAt(stepContext.Index));
        }

        return steps[stepContext.Index](stepContext, cancellationToken);
    }

    /// <summary>
    /// Notes the number of the step and runs it; past the last step the waterfall ends with the result.
    /// </summary>
    /// <param name="dc">The stack.</param>
    /// <param name="index">The number of the step, from 0.</param>
    /// <param name="reason">Why the step runs.</param>
    /// <param name="result">What the step gets as its result.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected async Task<DialogTurnResult> RunStepAsync(
        DialogContext dc,
        int index,
        DialogReason reason,
        object? result,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (index >= steps.Count)
        {
            return await dc.EndDialogAsync(result, cancellationToken);
        }

        var state = dc.ActiveDialog!.State;
        state[PersistedStepIndex] = index;
        var values = (IDictionary<string, object>)state[PersistedValues];
        var step = new WaterfallStepContext(this, dc, state[PersistedOptions], values, index, reason, result);
        return await OnStepAsync(step, cancellationToken);
    }

    private static int StepIndexOf(DialogInstance instance) =>
        Convert.ToInt32(instance.State[PersistedStepIndex], CultureInfo.InvariantCulture);

    private static string InstanceIdOf(DialogInstance instance) =>
        instance.State.TryGetValue(PersistedInstanceId, out var id) ? (string)id : string.Empty;

    private string StepNameAt(int index) =>
        index >= steps.Count || steps[index].Method.Name.StartsWith('<')
            ? string.Create(CultureInfo.InvariantCulture, $"Step{index + 1}of{steps.Count}")
            : steps[index].Method.Name;

    private void Track(string eventName, string instanceId, string? stepName = null)
    {
        if (TelemetryClient is NullBotTelemetryClient)
        {
            return;
        }

        var properties = new Dictionary<string, string> { ["DialogId"] = Id, ["InstanceId"] = instanceId };
        if (stepName is not null)
        {
            properties["StepName"] = stepName;
        }

        TelemetryClient.TrackEvent(eventName, properties);
    }
}
