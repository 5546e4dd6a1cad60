using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Record = Amazon.KinesisFirehose.Model.Record;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class PutRecordTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    [Fact]
    public async Task A_record_of_1024000_bytes_is_taken_and_one_more_byte_is_refused()
    {
        await CreateAsync();
        await PutOneAsync(new byte[1_024_000]);

        var refusal = await Assert.ThrowsAnyAsync<AmazonKinesisFirehoseException>(() => PutOneAsync(new byte[1_024_001]));

        Assert.Equal("ValidationException", refusal.ErrorCode);
        Assert.Equal(
            "1 validation error detected: Value 'java.nio.HeapByteBuffer[pos=0 lim=1024001 cap=1024001]' at 'record.data' "
            + "failed to satisfy constraint: Member must have length less than or equal to 1024000",
            refusal.Message);
    }

    [Fact]
    public async Task A_delivery_stream_that_is_not_there_is_refused()
    {
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => PutOneAsync([1]));
    }

    private Task<PutRecordResponse> PutOneAsync(byte[] data) => Firehose.PutRecordAsync(
        new PutRecordRequest { DeliveryStreamName = Stream, Record = new Record { Data = new MemoryStream(data) } },
        Cancellation);
}
