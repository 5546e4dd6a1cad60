using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class PutRecordBatchTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    [Fact]
    public async Task Each_record_has_an_id_of_its_own()
    {
        await CreateAsync();

        var response = await PutAsync("a", "b", "c");

        Assert.Equal(0, response.FailedPutCount);
        Assert.Equal(3, response.RequestResponses.Select(entry => entry.RecordId).Distinct().Count());
    }

    [Fact]
    public async Task Five_hundred_records_are_taken_and_one_more_is_refused()
    {
        await CreateAsync();
        await PutAsync([.. Enumerable.Repeat("r", 500)]);

        var refusal = await Assert.ThrowsAnyAsync<AmazonKinesisFirehoseException>(
            () => PutAsync([.. Enumerable.Repeat("r", 501)]));

        Assert.Equal("ValidationException", refusal.ErrorCode);
        Assert.EndsWith(
            "at 'records' failed to satisfy constraint: Member must have length less than or equal to 500",
            refusal.Message);
    }

    [Fact]
    public async Task More_than_4_MiB_together_is_refused()
    {
        await CreateAsync();
        var megabyte = new string('x', 1_000_000);

        await Assert.ThrowsAsync<InvalidArgumentException>(
            () => PutAsync(megabyte, megabyte, megabyte, megabyte, megabyte));
    }

    [Fact]
    public async Task A_batch_without_records_is_refused()
    {
        await CreateAsync();

        var refusal = await Assert.ThrowsAnyAsync<AmazonKinesisFirehoseException>(() => PutAsync());

        Assert.Equal("ValidationException", refusal.ErrorCode);
    }
}
