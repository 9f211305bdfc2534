global using TriageBot.BotFramework;
global using TriageBot.BotFramework.Adapters;
global using TriageBot.BotFramework.Connector;
global using TriageBot.BotFramework.Hosting;
global using TriageBot.BotFramework.Schema;
global using TriageBot.BotFramework.State;
global using Activity = TriageBot.BotFramework.Schema.Activity;
