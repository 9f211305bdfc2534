global using Activity = TriageBot.BotFramework.Schema.Activity;
