namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>What holds for the scenario of every service.</summary>
public abstract class ScenarioTests(ScenarioFixture scenario)
{
    /// <summary>What the service offers and the scenario must therefore call.</summary>
    protected abstract IEnumerable<string> Operations { get; }

    /// <summary>
    /// The steps that an older release of the AWS CLI or of boto3 may be unable to call: the operation or a parameter
    /// is younger than the release, or the CLI leaves the operation out.
    /// </summary>
    protected virtual string[] Younger => [];

    [Fact]
    public void The_scenario_calls_every_operation() =>
        Assert.Empty(Operations.Except(scenario.Scenario.Calls()));

    [Theory, EveryClient]
    public async Task A_client_knows_every_call_but_those_younger_than_its_release(ScenarioClient client)
    {
        var answers = await scenario.RunAsync(client);

        Assert.Empty(answers.Unknown.Except(client == ScenarioClient.JavaScript ? [] : Younger));
    }
}
