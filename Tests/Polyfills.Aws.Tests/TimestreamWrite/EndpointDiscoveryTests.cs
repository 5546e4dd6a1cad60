using Amazon;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.Polyfills.Aws.Tests.TimestreamWrite;

/// <summary>The stub stands as HTTP proxy, so that it sees which host a call is meant for.</summary>
public sealed class EndpointDiscoveryTests
{
    private const string Cell = """{"Endpoints":[{"Address":"http://cell7.example","CachePeriodInMinutes":1440}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_service_url_the_host_is_asked_for_once_and_then_used()
    {
        await using AwsStub stub = await AwsStub.StartAsync(Cell, "{}", "{}");
        using AmazonTimestreamWriteClient client = ConnectThroughProxy(stub, "asks-once");

        await client.ListDatabasesAsync(new ListDatabasesRequest(), Cancellation);
        await client.ListDatabasesAsync(new ListDatabasesRequest(), Cancellation);

        Assert.Equal(
            [
                ("http://ingest.timestream.eu-west-1.amazonaws.com", "Timestream_20181101.DescribeEndpoints"),
                ("http://cell7.example", "Timestream_20181101.ListDatabases"),
                ("http://cell7.example", "Timestream_20181101.ListDatabases"),
            ],
            stub.Requests.Select(request => (request.Url, request.Target)));
    }

    [Fact]
    public async Task With_a_service_url_no_host_is_asked_for()
    {
        await using AwsStub stub = await AwsStub.StartAsync("{}");
        using var client = new AmazonTimestreamWriteClient(
            AwsStub.Credentials, stub.Configure<AmazonTimestreamWriteConfig>());

        await client.ListDatabasesAsync(new ListDatabasesRequest(), Cancellation);

        Assert.Equal("Timestream_20181101.ListDatabases", stub.Request.Target);
    }

    // The SDK keeps discovered hosts per access key: a key of its own keeps tests apart.
    private static AmazonTimestreamWriteClient ConnectThroughProxy(AwsStub stub, string accessKey) =>
        new(accessKey, "secret", new AmazonTimestreamWriteConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest1,
            IgnoreConfiguredEndpointUrls = true,
            UseHttp = true,
            ProxyHost = stub.Url.Host,
            ProxyPort = stub.Url.Port,
        });
}
