namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>Runs a scenario once with each client that a test asks for, each against a new LocalAws.</summary>
/// <remarks>The tests of one class run one after the other, so nothing here is locked.</remarks>
public abstract class ScenarioFixture(string name)
{
    private readonly Dictionary<ScenarioClient, Answers> _answers = [];

    internal Scenario Scenario { get; } = new(name);

    internal async Task<Answers> RunAsync(ScenarioClient client)
    {
        if (!_answers.TryGetValue(client, out var answers))
        {
            await using var host = await LocalAwsHost.StartAsync();
            _answers[client] = answers = await Scenario.RunAsync(client, host.Url);
        }

        return answers;
    }
}
