using System.Net;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Amazon.S3;
using TelemetryAspire.LocalAws.Tests.S3;

namespace TelemetryAspire.LocalAws.Tests.Admin;

public sealed class FaultTests : AdminTest
{
    [Fact]
    public async Task Throttling_is_the_error_of_the_service_and_writes_nothing()
    {
        await ArmAsync("""{"operation":"Kinesis.PutRecord","kind":"throttling","count":1}""");

        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => PutAsync("struck"));
        await PutAsync("passes");

        Assert.Equal(["passes"], await ReadAllAsync());
        Assert.Equal((2, 1), await CountsAsync());
    }

    [Fact]
    public async Task Control_plane_calls_are_throttled_with_their_own_error()
    {
        await ArmAsync("""{"operation":"Kinesis.*","kind":"throttling"}""");

        await Assert.ThrowsAsync<LimitExceededException>(() => CreateStreamAsync("other"));
    }

    [Fact]
    public async Task S3_says_slow_down()
    {
        using var s3 = S3Test.CreateClient(LocalAws.Url);
        await s3.PutBucketAsync("lake", Cancellation);
        await ArmAsync("""{"operation":"S3.ListObjectsV2","kind":"throttling","count":1}""");

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => s3.ListObjectsV2Async(new() { BucketName = "lake" }, Cancellation));

        Assert.Equal(("SlowDown", HttpStatusCode.ServiceUnavailable), (refusal.ErrorCode, refusal.StatusCode));
        await s3.ListObjectsV2Async(new() { BucketName = "lake" }, Cancellation);
    }

    [Fact]
    public async Task The_query_protocol_is_struck_too()
    {
        await ArmAsync("""{"operation":"STS.GetCallerIdentity","kind":"throttling"}""");

        using var response = await Http.GetAsync("/?Action=GetCallerIdentity&Version=2011-06-15", Cancellation);

        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("<Code>Throttling</Code>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_has_the_status_code_and_message_of_its_rule()
    {
        await ArmAsync(
            """{"operation":"Kinesis.ListStreams","kind":"error","status":503,"code":"Outage","message":"Gone."}""");

        var error = await Assert.ThrowsAsync<AmazonKinesisException>(
            () => Kinesis.ListStreamsAsync(new ListStreamsRequest(), Cancellation));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
        Assert.Equal(("Outage", "Gone."), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task A_rule_begins_after_calls_and_ends_after_its_count()
    {
        await ArmAsync("""{"operation":"Kinesis.PutRecord","kind":"error","after":2,"count":1}""");

        await PutAsync("1");
        await PutAsync("2");
        await Assert.ThrowsAsync<AmazonKinesisException>(() => PutAsync("3"));
        await PutAsync("4");

        Assert.Equal(["1", "2", "4"], await ReadAllAsync());
        Assert.Equal((4, 1), await CountsAsync());
    }

    [Fact]
    public async Task The_same_seed_strikes_the_same_calls()
    {
        const string Rule = """{"operation":"Kinesis.PutRecord","kind":"error","rate":0.5}""";
        await ArmAsync(Rule, seed: 7);
        var first = await StruckCallsAsync(40);
        await ArmAsync(Rule, seed: 7);
        var second = await StruckCallsAsync(40);
        await ArmAsync(Rule, seed: 8);
        var other = await StruckCallsAsync(40);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count, 10, 30);
    }

    [Fact]
    public async Task Latency_passes_on_the_clock_and_then_the_call_is_handled()
    {
        await ArmAsync("""{"operation":"Kinesis.PutRecord","kind":"latency","milliseconds":60000}""");
        var put = PutAsync("late");
        await Eventually.UntilAsync(async () => (await CountsAsync()).Fired == 1);
        Assert.False(put.IsCompleted);

        await Eventually.UntilAsync(Clock, () => put.IsCompleted);

        await put;
        Assert.True(Clock.GetUtcNow() >= new DateTimeOffset(2026, 3, 1, 12, 1, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task No_rule_is_left_after_they_are_taken_away()
    {
        await ArmAsync("""{"operation":"*","kind":"error"}""");
        await CallAsync("DELETE", "faults");

        await PutAsync("passes");

        Assert.Empty((await CallAsync("GET", "faults")).Body!["rules"]!.AsArray());
    }

    private async Task<List<int>> StruckCallsAsync(int calls)
    {
        var struck = new List<int>();
        for (var call = 0; call < calls; call++)
        {
            try
            {
                await PutAsync("x");
            }
            catch (AmazonKinesisException)
            {
                struck.Add(call);
            }
        }

        return struck;
    }
}
