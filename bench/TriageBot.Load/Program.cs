using System.CommandLine;
using TriageBot.Load;
using TriageBot.Load.Servers;

var host = new Option<string?>("--host")
{
    Description = "A published host to measure. Without it the host is published from this checkout first.",
};
var conversations = new Option<string>("--conversations")
{
    Description = "How many patients write at the same time, several numbers apart by commas.",
    DefaultValueFactory = _ => "32",
};
var stored = new Option<string>("--stored")
{
    Description = "Conversations in the database that the patients go on with, several numbers apart by commas.",
    DefaultValueFactory = _ => "",
};
var transcript = new Option<string>("--transcript")
{
    Description = "Messages that each conversation has before the run, several numbers apart by commas.",
    DefaultValueFactory = _ => "",
};
var seconds = new Option<int>("--seconds") { Description = "How long to measure.", DefaultValueFactory = _ => 10 };
var warmUp = new Option<int>("--warm-up")
{
    Description = "Seconds that are played and not measured.",
    DefaultValueFactory = _ => 10,
};
var memory = new Option<bool>("--memory") { Description = "Records:Provider=Memory instead of a database." };
var bare = new Option<bool>("--no-bare") { Description = "Without the bare endpoint, so without ratios." };
var json = new Option<string?>("--json") { Description = "Where to write the figures as JSON." };

var root = new RootCommand("Plays whole check-ins over HTTP against the host and against a bare endpoint.")
{
    host,
    conversations,
    stored,
    transcript,
    seconds,
    warmUp,
    memory,
    bare,
    json,
};
root.SetAction(
    (parsed, stop) =>
        new Plan
        {
            Host = parsed.GetValue(host),
            Conversations = Plan.Numbers(parsed.GetValue(conversations)!),
            Stored = Plan.Numbers(parsed.GetValue(stored)!),
            Transcript = Plan.Numbers(parsed.GetValue(transcript)!),
            Seconds = parsed.GetValue(seconds),
            WarmUp = parsed.GetValue(warmUp),
            InMemory = parsed.GetValue(memory),
            WithBare = !parsed.GetValue(bare),
            Json = parsed.GetValue(json),
        }.RunAsync(Console.Out, stop)
);
root.Add(BareEndpoint.Command());
return await root.Parse(args).InvokeAsync();
