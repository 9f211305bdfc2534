using System.CommandLine;
using TriageBot.Streams;

var host = new Option<string>("--host")
{
    Description = "The host to measure: triagebot.dll of a Release build.",
    Required = true,
};
var idle = new Option<int>("--idle")
{
    Description = "Streams on which nobody writes.",
    DefaultValueFactory = _ => 1000,
};
var active = new Option<int>("--active") { Description = "Patients who write.", DefaultValueFactory = _ => 200 };
var rounds = new Option<int>("--rounds")
{
    Description = "How often both doors are measured, in turns, so that neither has the quieter machine.",
    DefaultValueFactory = _ => 3,
};
var seconds = new Option<int>("--seconds")
{
    Description = "How long a round is, for each door.",
    DefaultValueFactory = _ => 20,
};

var root = new RootCommand("Measures Direct Line against the same turns over /api/messages, on one host.")
{
    host,
    idle,
    active,
    rounds,
    seconds,
};
root.SetAction(
    (parsed, stop) =>
        new Comparison(
            parsed.GetValue(host)!,
            parsed.GetValue(idle),
            parsed.GetValue(active),
            parsed.GetValue(rounds),
            TimeSpan.FromSeconds(parsed.GetValue(seconds))
        ).RunAsync(Console.Out, stop)
);
return await root.Parse(args).InvokeAsync();
