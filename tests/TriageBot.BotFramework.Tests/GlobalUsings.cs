global using TriageBot.BotFramework;
global using TriageBot.BotFramework.Adapters;
global using TriageBot.BotFramework.Schema;
global using Activity = TriageBot.BotFramework.Schema.Activity;
