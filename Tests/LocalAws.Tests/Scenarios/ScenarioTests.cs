using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Admin.Faults;

namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>What holds for the scenario of every service.</summary>
public abstract class ScenarioTests(ScenarioFixture scenario)
{
    /// <summary>The service as the catalog of operations names it, for example <c>Kinesis</c>.</summary>
    protected abstract string Service { get; }

    /// <summary>The service's packages of the AWS SDK for JavaScript, for example <c>kinesis</c>.</summary>
    protected virtual string[] Packages => [Service.ToLowerInvariant()];

    /// <summary>
    /// The steps that an older release of the AWS CLI or of boto3 may be unable to call: the operation or a parameter
    /// is younger than the release, or the CLI leaves the operation out.
    /// </summary>
    protected virtual string[] Younger => [];

    [Fact]
    public async Task The_scenario_calls_every_operation_that_is_offered()
    {
        var offered = await OfferedAsync();

        Assert.NotEmpty(offered);
        Assert.Empty(offered.Except(scenario.Scenario.Calls()));
    }

    [Fact]
    public async Task The_guide_has_every_operation_that_is_offered_in_its_tables()
    {
        var file = Path.Combine(ForeignClient.Folder, "..", "..", "docs", "localaws.md");
        var rows = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))
            .Where(line => line.StartsWith('|'))
            .SelectMany(line => line.Split('|')[1].Split(','))
            .Select(name => name.Trim())
            .ToHashSet();

        Assert.All(await OfferedAsync(), call => Assert.Contains(call.Split('.')[1], rows));
    }

    [Theory, EveryClient]
    public async Task A_client_knows_every_call_but_those_younger_than_its_release(ScenarioClient client)
    {
        var answers = await scenario.RunAsync(client);

        Assert.Empty(answers.Unknown.Except(client == ScenarioClient.JavaScript ? [] : Younger));
    }

    /// <summary>The operations of the SDK that LocalAws offers, as scenarios name them.</summary>
    private async Task<IReadOnlyList<string>> OfferedAsync()
    {
        await using var host = await LocalAwsHost.StartAsync();
        var names = host.Services.GetRequiredService<OperationCatalog>().Names;
        return
        [
            .. Packages.SelectMany(package => JavaScriptModel.Operations(package)
                .Where(operation => names.Contains($"{Service}.{operation}"))
                .Select(operation => $"{package}.{operation}")),
        ];
    }
}
