using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;

namespace TriageBot.Load.Servers;

/// <summary>
/// What the host is measured against: Kestrel alone, which parses each activity and answers with a question like the
/// bot's, both by generated code. It knows nobody, decides nothing and keeps nothing.
/// </summary>
internal static class BareEndpoint
{
    public const string Verb = "bare";

    public static Command Command()
    {
        var port = new Argument<int>("port");
        var command = new Command(Verb, "Serves the bare endpoint.") { port };
        command.SetAction((parsed, stop) => ServeAsync(parsed.GetValue(port), stop));
        return command;
    }

    private static async Task ServeAsync(int port, CancellationToken stop)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.ListenLocalhost(port));
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync(stop);
        await app.WaitForShutdownAsync(stop);
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var inbound = await JsonSerializer.DeserializeAsync<Activity>(
            context.Request.Body,
            BotJson.Options,
            context.RequestAborted
        );
        var answer = JsonSerializer.SerializeToUtf8Bytes(new ExpectedReplies([Question(inbound!)]), BotJson.Options);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private static Activity Question(Activity inbound)
    {
        const string Text =
            "Since you went home, have you had a fever, chills or shaking? A fever is 100.4 F (38 C) or more. "
            + "No thermometer? Say yes if you feel hot or shaky.\n1 Yes\n2 No\n9 Not sure";
        var reply = inbound.CreateReply(Text);
        reply.Id = inbound.Conversation!.Id + "|0000003";
        reply.Speak = Text;
        reply.InputHint = InputHints.ExpectingInput;
        reply.SuggestedActions = new SuggestedActions
        {
            Actions = [Button("Yes", "1"), Button("No", "2"), Button("Not sure", "9")],
        };
        reply.ChannelData = new Dictionary<string, object>
        {
            ["triage"] = new Dictionary<string, object>
            {
                ["question"] = new Dictionary<string, object>
                {
                    ["id"] = "fever",
                    ["kind"] = "yes-no",
                    ["asks"] = new List<string> { "fever", "chills" },
                    ["options"] = new List<object> { Option("Yes", "1"), Option("No", "2"), Option("Not sure", "9") },
                },
                ["matters"] = "question",
            },
        };
        return reply;
    }

    private static CardAction Button(string title, string value) =>
        new()
        {
            Type = ActionTypes.ImBack,
            Title = title,
            Value = value,
        };

    private static Dictionary<string, object> Option(string text, string value) =>
        new()
        {
            ["text"] = text,
            ["value"] = value,
            ["asks"] = new List<string> { "fever", "chills" },
        };
}
