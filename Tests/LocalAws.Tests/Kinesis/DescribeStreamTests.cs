using Amazon.Kinesis.Model;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class DescribeStreamTests : KinesisTest
{
    [Fact]
    public async Task Shards_come_in_pages()
    {
        await CreateStreamAsync(shards: 3);

        var first = await DescribeAsync(limit: 2);
        var second = await DescribeAsync(limit: 2, after: first.Shards[^1].ShardId);

        Assert.Equal(["shardId-000000000000", "shardId-000000000001"], first.Shards.Select(shard => shard.ShardId));
        Assert.True(first.HasMoreShards);
        Assert.Equal(["shardId-000000000002"], second.Shards.Select(shard => shard.ShardId));
        Assert.False(second.HasMoreShards);
    }

    [Fact]
    public async Task A_stream_can_be_named_by_its_ARN()
    {
        await CreateStreamAsync();
        var byName = await DescribeAsync();

        var byArn = await Kinesis.DescribeStreamAsync(
            new DescribeStreamRequest { StreamARN = byName.StreamARN }, Cancellation);

        Assert.Equal(Stream, byArn.StreamDescription.StreamName);
    }

    [Fact]
    public async Task Starting_sequence_numbers_stand_before_every_record()
    {
        await CreateStreamAsync();
        var start = (await DescribeAsync()).Shards[0].SequenceNumberRange.StartingSequenceNumber;

        var put = await PutAsync("first");

        Assert.True(string.CompareOrdinal(start, put.SequenceNumber) < 0);
        var iterator = await IteratorAsync("AT_SEQUENCE_NUMBER", sequenceNumber: start);
        Assert.Equal(["first"], Texts(await ReadAsync(iterator)));
    }

    [Fact]
    public async Task The_summary_tells_open_shards_and_record_size()
    {
        await CreateStreamAsync(shards: 2);

        var response = await Kinesis.DescribeStreamSummaryAsync(
            new DescribeStreamSummaryRequest { StreamName = Stream }, Cancellation);

        Assert.Equal(2, response.StreamDescriptionSummary.OpenShardCount);
        Assert.Equal(1024, response.StreamDescriptionSummary.MaxRecordSizeInKiB);
        Assert.Equal(24, response.StreamDescriptionSummary.RetentionPeriodHours);
    }

    private async Task<StreamDescription> DescribeAsync(int? limit = null, string? after = null)
    {
        var response = await Kinesis.DescribeStreamAsync(
            new DescribeStreamRequest { StreamName = Stream, Limit = limit, ExclusiveStartShardId = after },
            Cancellation);
        return response.StreamDescription;
    }
}
