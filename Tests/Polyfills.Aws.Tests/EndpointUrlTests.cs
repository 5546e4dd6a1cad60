using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.Polyfills.Aws.Tests;

/// <summary>Environment variables belong to the whole process: no other test runs beside these.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironment;

[Collection(nameof(ProcessEnvironment))]
public sealed class EndpointUrlTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AWS_ENDPOINT_URL_leads_a_client_without_settings_and_spares_it_discovery()
    {
        await using AwsStub stub = await AwsStub.StartAsync("{}");
        using var environment = new EnvironmentScope(
            ("AWS_ENDPOINT_URL", stub.Url.ToString()),
            ("AWS_REGION", "us-east-1"),
            ("AWS_ACCESS_KEY_ID", "test"),
            ("AWS_SECRET_ACCESS_KEY", "test"));
        using var client = new AmazonTimestreamWriteClient();

        await client.ListDatabasesAsync(new ListDatabasesRequest(), Cancellation);

        Assert.Equal("Timestream_20181101.ListDatabases", stub.Request.Target);
    }

    [Fact]
    public async Task The_url_of_a_service_beats_the_url_of_all()
    {
        await using AwsStub kinesis = await AwsStub.StartAsync("{}");
        await using AwsStub others = await AwsStub.StartAsync("{}");
        using var environment = new EnvironmentScope(
            ("AWS_ENDPOINT_URL", others.Url.ToString()),
            ("AWS_ENDPOINT_URL_KINESIS", kinesis.Url.ToString()),
            ("AWS_REGION", "us-east-1"));
        using var client = new AmazonKinesisClient(AwsStub.Credentials);

        await client.ListStreamsAsync(new ListStreamsRequest(), Cancellation);

        Assert.Single(kinesis.Requests);
        Assert.Empty(others.Requests);
    }

    private sealed class EnvironmentScope : IDisposable
    {
        private readonly List<(string Name, string? Value)> _before = [];

        public EnvironmentScope(params IEnumerable<(string Name, string Value)> variables)
        {
            foreach ((string name, string value) in variables)
            {
                _before.Add((name, Environment.GetEnvironmentVariable(name)));
                Environment.SetEnvironmentVariable(name, value);
            }
        }

        public void Dispose() =>
            _before.ForEach(variable => Environment.SetEnvironmentVariable(variable.Name, variable.Value));
    }
}
