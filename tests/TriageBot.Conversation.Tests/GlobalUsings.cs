#if BOT_SDK_MICROSOFT
global using Microsoft.Bot.Builder;
global using Microsoft.Bot.Builder.Adapters;
global using Microsoft.Bot.Schema;
global using Activity = Microsoft.Bot.Schema.Activity;
#else
global using TriageBot.BotFramework;
global using TriageBot.BotFramework.Adapters;
global using TriageBot.BotFramework.Schema;
global using Activity = TriageBot.BotFramework.Schema.Activity;
#endif
