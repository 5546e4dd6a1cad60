using System.Net;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace TelemetryAspire.Polyfills.Aws.Tests.Kinesis;

public sealed class KinesisErrorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_modelled_error_is_thrown_as_its_own_exception()
    {
        await using AwsStub stub = await AwsStub.StartAsync(Error("ExpiredIteratorException", "Iterator expired."));
        using AmazonKinesisClient client = Connect(stub);

        ExpiredIteratorException thrown = await Assert.ThrowsAsync<ExpiredIteratorException>(
            () => client.GetRecordsAsync(new GetRecordsRequest(), Cancellation));

        Assert.Equal("Iterator expired.", thrown.Message);
        Assert.Equal("ExpiredIteratorException", thrown.ErrorCode);
        Assert.Equal("request-1", thrown.RequestId);
        Assert.Equal(HttpStatusCode.BadRequest, thrown.StatusCode);
    }

    [Fact]
    public async Task A_code_with_a_namespace_is_understood()
    {
        await using AwsStub stub = await AwsStub.StartAsync(
            Error("com.amazonaws.kinesis#ResourceNotFoundException", "Stream s not found."));
        using AmazonKinesisClient client = Connect(stub);

        await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => client.GetRecordsAsync(new GetRecordsRequest(), Cancellation));
    }

    [Fact]
    public async Task A_code_the_model_does_not_name_is_the_base_exception_and_keeps_the_code()
    {
        await using AwsStub stub = await AwsStub.StartAsync(Error("BrandNewException", "Something new."));
        using AmazonKinesisClient client = Connect(stub);

        AmazonKinesisException thrown = await Assert.ThrowsAsync<AmazonKinesisException>(
            () => client.GetRecordsAsync(new GetRecordsRequest(), Cancellation));

        Assert.Equal(("BrandNewException", "Something new."), (thrown.ErrorCode, thrown.Message));
    }

    [Fact]
    public async Task Throttling_is_retried()
    {
        await using AwsStub stub = await AwsStub.StartAsync(
            Error("ProvisionedThroughputExceededException", "Slow down."),
            new StubReply("""{"ShardIterator":"x"}"""));
        using AmazonKinesisClient client = Connect(stub);

        GetShardIteratorResponse response =
            await client.GetShardIteratorAsync(new GetShardIteratorRequest(), Cancellation);

        Assert.Equal("x", response.ShardIterator);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task A_server_error_is_retried_and_then_thrown()
    {
        await using AwsStub stub = await AwsStub.StartAsync(
            Enumerable.Repeat(new StubReply("", HttpStatusCode.ServiceUnavailable), 2));
        AmazonKinesisConfig config = stub.Configure<AmazonKinesisConfig>();
        config.MaxErrorRetry = 1;
        using var client = new AmazonKinesisClient(AwsStub.Credentials, config);

        AmazonKinesisException thrown = await Assert.ThrowsAsync<AmazonKinesisException>(
            () => client.ListStreamsAsync(new ListStreamsRequest(), Cancellation));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, thrown.StatusCode);
        Assert.Equal(2, stub.Requests.Count);
    }

    private static StubReply Error(string type, string message) =>
        new($$"""{"__type":"{{type}}","message":"{{message}}"}""", HttpStatusCode.BadRequest);

    private static AmazonKinesisClient Connect(AwsStub stub) =>
        new(AwsStub.Credentials, stub.Configure<AmazonKinesisConfig>());
}
