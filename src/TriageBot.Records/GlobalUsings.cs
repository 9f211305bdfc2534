// System.Diagnostics has an Activity too; in this room the word means the Bot Framework's.
global using Activity = TriageBot.BotFramework.Schema.Activity;
