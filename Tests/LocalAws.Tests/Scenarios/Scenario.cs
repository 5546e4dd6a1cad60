using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>
/// Calls of operations, in a JSON file that every client can run: <c>Python/steps.py</c> says how to write one.
/// </summary>
/// <param name="name">The file's name without its extension.</param>
internal sealed class Scenario(string name)
{
    private readonly string _file = Path.Combine(ForeignClient.Folder, "Scenarios", name + ".json");

    /// <summary>The operations that the scenario calls, for example <c>kinesis.PutRecord</c>.</summary>
    public IReadOnlySet<string> Calls()
    {
        using var steps = JsonDocument.Parse(File.ReadAllBytes(_file));
        return steps.RootElement.EnumerateArray().Select(step => step.GetProperty("call").GetString()!).ToHashSet();
    }

    /// <summary>Runs every step with the SDK for JavaScript over HTTP/1.1, for endpoints that have no other.</summary>
    public async Task<Answers> RunOverHttp1Async(Uri url) =>
        new(await ForeignClient.NodeAsync(url, "scenario.mjs", _file, "http1"));

    /// <summary>Runs every step with one client against an endpoint.</summary>
    public async Task<Answers> RunAsync(ScenarioClient client, Uri url) => new(client switch
    {
        ScenarioClient.JavaScript => await ForeignClient.NodeAsync(url, "scenario.mjs", _file),
        ScenarioClient.Boto3 => await ForeignClient.PythonFileAsync(url, "boto3", "boto3_scenario.py", _file),
        ScenarioClient.AwsCli => await ForeignClient.PythonFileAsync(url, "awscli", "aws_cli_scenario.py", _file),
        _ => throw new ArgumentOutOfRangeException(nameof(client)),
    });
}
