namespace TelemetryAspire.ServiceDefaults.Tests.Aws;

public sealed class AwsOperationTests
{
    private readonly AwsClientOptions _options = new();

    [Theory]
    [InlineData("Kinesis_20131202.PutRecords", 10)]
    [InlineData("Timestream_20181101.WriteRecords", 10)]
    [InlineData("Timestream_20181101.Query", 70)]
    [InlineData(null, 100)]
    public void An_attempt_gets_the_time_its_operation_needs(string? target, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), AwsOperation.AttemptTimeoutOf(Request(target), _options));

    [Fact]
    public void A_subscription_has_no_timeout() => Assert.Equal(
        Timeout.InfiniteTimeSpan,
        AwsOperation.AttemptTimeoutOf(Request("Kinesis_20131202.SubscribeToShard"), _options));

    [Theory]
    [InlineData("Kinesis_20131202.GetRecords", true)]
    [InlineData("Kinesis_20131202.SubscribeToShard", false)]
    [InlineData(null, false)]
    public void Only_small_documents_are_read_whole(string? target, bool whole) =>
        Assert.Equal(whole, AwsOperation.AnswersWithDocument(Request(target)));

    private static HttpRequestMessage Request(string? target)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "http://localhost:4566/");
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        return request;
    }
}
