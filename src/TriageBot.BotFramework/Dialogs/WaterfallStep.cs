namespace TriageBot.BotFramework.Dialogs;

/// <summary>One step of a waterfall.</summary>
/// <param name="stepContext">The stack, what came before, and what the waterfall keeps.</param>
/// <param name="cancellationToken">Stops the turn.</param>
public delegate Task<DialogTurnResult> WaterfallStep(
    WaterfallStepContext stepContext,
    CancellationToken cancellationToken
);
