using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework;

/// <summary>Sees activities before they are sent; sends them by calling <paramref name="next"/>, or does not.</summary>
public delegate Task<ResourceResponse[]?> SendActivitiesHandler(
    ITurnContext turnContext,
    List<Activity> activities,
    Func<Task<ResourceResponse[]?>> next
);

/// <summary>Sees a changed activity before it goes out; passes it on by calling <paramref name="next"/>.</summary>
public delegate Task<ResourceResponse?> UpdateActivityHandler(
    ITurnContext turnContext,
    Activity activity,
    Func<Task<ResourceResponse?>> next
);

/// <summary>Sees a deletion before it goes out; passes it on by calling <paramref name="next"/>.</summary>
public delegate Task DeleteActivityHandler(ITurnContext turnContext, ConversationReference reference, Func<Task> next);
