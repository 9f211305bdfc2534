using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Browser.Tests.Support;

/// <summary>A program of tests/clients: takes commands and tells what happens, each as a line of JSON.</summary>
internal sealed class NodeClient : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> complaints;
    private readonly Task reading;
    private readonly ConcurrentQueue<JsonElement> events = new();

    private NodeClient(Process process)
    {
        this.process = process;
        complaints = process.StandardError.ReadToEndAsync();
        reading = ReadAsync();
    }

    public static string Folder => Path.Combine(Repository.Root, "tests", "clients");

    public static string? WhatIsMissing =>
        Directory.Exists(Path.Combine(Folder, "node_modules"))
            ? null
            : "The packages of tests/clients are not installed: ./test installs them";

    public IReadOnlyList<JsonElement> Events => [.. events];

    public IReadOnlyList<JsonElement> Activities => All("activity");

    public static NodeClient Start(string script, JsonObject options, params string[] more)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[script, options.ToJsonString(), .. more])
        {
            start.ArgumentList.Add(argument);
        }

        return new NodeClient(Process.Start(start)!);
    }

    public async Task Do(JsonObject command)
    {
        await process.StandardInput.WriteLineAsync(command.ToJsonString());
        await process.StandardInput.FlushAsync();
    }

    public Task Say(string text, string id) =>
        Do(
            new JsonObject
            {
                ["do"] = "say",
                ["text"] = text,
                ["id"] = id,
            }
        );

    /// <summary>Waits until an event has a property, and returns the newest value of it.</summary>
    public async Task<JsonElement> Next(string property, Func<JsonElement, bool>? fits = null)
    {
        await Until.True(() => All(property).Any(value => fits?.Invoke(value) != false), $"'{property}': {Told}");
        return All(property).Last(value => fits?.Invoke(value) != false);
    }

    public Task Hears(string text) =>
        Next("activity", activity => TextOf(activity).Contains(text, StringComparison.Ordinal));

    public static string TextOf(JsonElement activity) =>
        activity.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "";

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        await reading;
        await complaints;
        process.Dispose();
    }

    private string Told => string.Join('\n', events.Select(told => told.GetRawText()));

    private IReadOnlyList<JsonElement> All(string property) =>
        [.. events.Where(told => told.TryGetProperty(property, out _)).Select(told => told.GetProperty(property))];

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith('{'))
            {
                using var json = JsonDocument.Parse(line);
                events.Enqueue(json.RootElement.Clone());
            }
        }
    }
}
