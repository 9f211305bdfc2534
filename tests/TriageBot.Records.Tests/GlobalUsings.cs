global using TriageBot.BotFramework;
global using TriageBot.BotFramework.Schema;
global using TriageBot.Records.Model;
global using TriageBot.Records.Storage;
global using TriageBot.Records.Tests.Support;
global using TriageBot.Records.Turns;
global using Activity = TriageBot.BotFramework.Schema.Activity;
