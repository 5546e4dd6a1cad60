using Amazon.KinesisFirehose.Model;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.LocalAws.Firehose.Delivery;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class PutThroughputTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    [Fact]
    public async Task Records_beyond_5_MiB_in_a_second_fail_one_by_one_and_can_be_put_again()
    {
        await CreateAsync();
        var megabyte = new string('x', 1_000_000);
        await PutAsync(megabyte, megabyte, megabyte, megabyte);

        var response = await PutAsync(megabyte, megabyte, "small");

        Assert.Equal(1, response.FailedPutCount);
        Assert.Null(response.RequestResponses[1].RecordId);
        Assert.Equal("ServiceUnavailableException", response.RequestResponses[1].ErrorCode);
        Assert.Equal("Slow down.", response.RequestResponses[1].ErrorMessage);
        Assert.NotNull(response.RequestResponses[2].RecordId);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await PutAsync(megabyte)).FailedPutCount);
    }

    [Fact]
    public async Task A_single_record_beyond_it_is_refused()
    {
        await CreateAsync();
        var megabyte = new string('x', 1_000_000);
        await PutAsync(megabyte, megabyte, megabyte, megabyte);
        await PutAsync(megabyte);

        var refusal = await Assert.ThrowsAsync<ServiceUnavailableException>(() => Firehose.PutRecordAsync(
            new PutRecordRequest { DeliveryStreamName = Stream, Record = Record(megabyte) }, Cancellation));
        Assert.Equal("Slow down.", refusal.Message);
    }

    [Theory]
    [InlineData("us-east-1", 2_000, 500_000)]
    [InlineData("eu-central-1", 1_000, 100_000)]
    public void Requests_and_records_are_limited_by_region(string region, int requests, int records)
    {
        var throughput = new PutThroughput(region, isEnforced: true, new FakeTimeProvider());

        Assert.Equal(requests, Enumerable.Range(0, 3_000).Count(_ => throughput.TryTakeRequest()));
        Assert.Equal(records, Enumerable.Range(0, 600_000).Count(_ => throughput.TryTakeRecord(0)));
    }

    [Fact]
    public void Limits_that_are_off_admit_everything()
    {
        var throughput = new PutThroughput("us-east-1", isEnforced: false, new FakeTimeProvider());

        Assert.True(throughput.TryTakeRecord(100_000_000) && throughput.TryTakeRecord(100_000_000));
    }
}
