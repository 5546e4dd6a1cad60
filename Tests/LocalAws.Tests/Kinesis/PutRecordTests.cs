using System.Net;
using Amazon.Kinesis.Model;
using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class PutRecordTests : KinesisTest
{
    [Fact]
    public async Task A_record_comes_back_with_its_bytes_key_and_arrival_time()
    {
        await CreateStreamAsync();
        var bytes = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();

        var put = await Kinesis.PutRecordAsync(
            new PutRecordRequest { StreamName = Stream, PartitionKey = "Gerät 1 🌡", Data = new MemoryStream(bytes) },
            Cancellation);

        var record = Assert.Single((await ReadAsync(await IteratorAsync("TRIM_HORIZON"))).Records);
        Assert.Equal(bytes, record.Data.ToArray());
        Assert.Equal("Gerät 1 🌡", record.PartitionKey);
        Assert.Equal(put.SequenceNumber, record.SequenceNumber);
        Assert.Equal(Clock.GetUtcNow().UtcDateTime, record.ApproximateArrivalTimestamp!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task An_empty_record_is_stored()
    {
        await CreateStreamAsync();

        await PutAsync("");

        Assert.Equal([""], await ReadAllAsync());
    }

    [Theory]
    [InlineData("user-2", "shardId-000000000000")]
    [InlineData("user-6", "shardId-000000000001")]
    [InlineData("user-1", "shardId-000000000003")]
    public async Task The_MD5_of_the_partition_key_decides_the_shard(string partitionKey, string shard)
    {
        await CreateStreamAsync(shards: 4);

        var put = await PutAsync("reading", partitionKey);

        Assert.Equal(shard, put.ShardId);
    }

    [Theory]
    [InlineData("0", "shardId-000000000000")]
    [InlineData("170141183460469231731687303715884105727", "shardId-000000000000")]
    [InlineData("170141183460469231731687303715884105728", "shardId-000000000001")]
    [InlineData("340282366920938463463374607431768211455", "shardId-000000000001")]
    public async Task An_explicit_hash_key_overrides_the_partition_key(string hashKey, string shard)
    {
        await CreateStreamAsync(shards: 2);

        var put = await Kinesis.PutRecordAsync(
            new PutRecordRequest
            {
                StreamName = Stream,
                PartitionKey = "any",
                ExplicitHashKey = hashKey,
                Data = Bytes("reading"),
            },
            Cancellation);

        Assert.Equal(shard, put.ShardId);
    }

    [Fact]
    public async Task An_explicit_hash_key_beyond_128_bits_is_refused()
    {
        await CreateStreamAsync();
        var request = new PutRecordRequest
        {
            StreamName = Stream,
            PartitionKey = "any",
            ExplicitHashKey = "340282366920938463463374607431768211456",
            Data = Bytes("reading"),
        };

        var exception = await Assert.ThrowsAsync<InvalidArgumentException>(
            () => Kinesis.PutRecordAsync(request, Cancellation));

        Assert.Equal(
            "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. "
            + "Specified value was 340282366920938463463374607431768211456",
            exception.Message);
    }

    [Fact]
    public async Task Sequence_numbers_grow_when_the_clock_goes_back()
    {
        await CreateStreamAsync();
        var before = await PutAsync("before");
        Clock.AdjustTime(Clock.GetUtcNow() - TimeSpan.FromHours(1));

        var after = await PutAsync("after");

        Assert.True(string.CompareOrdinal(before.SequenceNumber, after.SequenceNumber) < 0);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, false)]
    [InlineData(-1, 1, true)]
    [InlineData(1, 0, false)]
    public async Task A_number_to_be_beyond_is_one_that_was_given_out(int seconds, int records, bool isAccepted)
    {
        await CreateStreamAsync();
        _ = SequenceNumber.TryParse((await PutAsync("first")).SequenceNumber, out var given);
        var number = given with
        {
            ShardCreatedSeconds = given.ShardCreatedSeconds + seconds,
            Counter = given.Counter + (ulong)records,
        };

        var response = await PostAsync(
            "PutRecord",
            new { StreamName = Stream, PartitionKey = "k", Data = "", SequenceNumberForOrdering = number.ToString() });

        Assert.Equal(isAccepted ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_end_of_a_closed_shard_is_a_number_to_be_beyond()
    {
        await CreateStreamAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        await SplitAsync();
        var end = (await ShardsAsync())[0].SequenceNumberRange.EndingSequenceNumber;

        await CallAsync(
            "PutRecord",
            new { StreamName = Stream, PartitionKey = "k", Data = "", SequenceNumberForOrdering = end });
    }

    [Fact]
    public async Task A_record_may_have_1_MiB_with_its_key_and_no_byte_more()
    {
        await CreateStreamAsync();
        const int MaxBytes = 1024 * 1024;

        await PutAsync(new string('x', MaxBytes - 1), "k");
        var exception = await Assert.ThrowsAsync<ValidationException>(() => PutAsync(new string('x', MaxBytes), "k"));

        Assert.Equal(
            "1 validation error detected: Value 'java.nio.HeapByteBuffer[pos=0 lim=1048576 cap=1048576]' at 'data' "
            + "failed to satisfy constraint: Member must have length less than or equal to 1048576",
            exception.Message);
    }

    [Fact]
    public async Task A_partition_key_of_more_than_256_characters_is_refused()
    {
        await CreateStreamAsync();

        await PutAsync("reading", new string('ü', 256));
        await Assert.ThrowsAsync<ValidationException>(() => PutAsync("reading", new string('ü', 257)));
    }

    [Fact]
    public async Task The_thousand_and_first_record_in_a_second_is_throttled()
    {
        await CreateStreamAsync();
        await PutAsync(Enumerable.Repeat(Entry("r"), 500));
        await PutAsync(Enumerable.Repeat(Entry("r"), 500));

        var exception = await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => PutAsync("r"));

        Assert.Equal(
            "Rate exceeded for shard shardId-000000000000 in stream readings under account 000000000000.",
            exception.Message);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await PutAsync("r");
    }
}
