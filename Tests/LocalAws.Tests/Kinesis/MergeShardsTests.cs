namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class MergeShardsTests : KinesisTest
{
    [Fact]
    public async Task The_parents_close_and_their_child_takes_the_hash_keys_of_both()
    {
        await CreateStreamAsync(shards: 2);

        await MergeAsync(0, 1);

        var shards = await ShardsAsync();
        Assert.Equal(3, shards.Count);
        Assert.NotNull(shards[0].SequenceNumberRange.EndingSequenceNumber);
        Assert.NotNull(shards[1].SequenceNumberRange.EndingSequenceNumber);
        Assert.Equal(ShardId(0), shards[2].ParentShardId);
        Assert.Equal(ShardId(1), shards[2].AdjacentParentShardId);
        Assert.Equal("0", shards[2].HashKeyRange.StartingHashKey);
        Assert.Equal("340282366920938463463374607431768211455", shards[2].HashKeyRange.EndingHashKey);
    }

    [Fact]
    public async Task Later_records_go_to_the_child_and_both_parents_keep_theirs()
    {
        await CreateStreamAsync(shards: 2);
        await PutAsync([Entry("left", "device-1"), Entry("right", "device-2")]);
        var parents = new[] { await ReadAllAsync(ShardId(0)), await ReadAllAsync(ShardId(1)) };

        await MergeAsync(0, 1);
        await PutAsync([Entry("left again", "device-1"), Entry("right again", "device-2")]);

        Assert.Equal(parents, [await ReadAllAsync(ShardId(0)), await ReadAllAsync(ShardId(1))]);
        Assert.Equal(["left again", "right again"], await ReadAllAsync(ShardId(2)));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 0)]
    public async Task Shards_that_do_not_follow_each_other_are_refused(int shard, int adjacent)
    {
        await CreateStreamAsync(shards: 3);

        var (type, message) = await RefusedAsync(
            "MergeShards",
            new { StreamName = Stream, ShardToMerge = ShardId(shard), AdjacentShardToMerge = ShardId(adjacent) });

        Assert.Equal("InvalidArgumentException", type);
        Assert.Equal(
            $"Shards {ShardId(shard)} and {ShardId(adjacent)} in stream readings under account 000000000000 are "
            + "not an adjacent pair of shards eligible for merging",
            message);
    }

    [Fact]
    public async Task A_shard_cannot_be_merged_with_itself()
    {
        await CreateStreamAsync(shards: 2);

        var (type, _) = await RefusedAsync(
            "MergeShards",
            new { StreamName = Stream, ShardToMerge = ShardId(0), AdjacentShardToMerge = ShardId(0) });

        Assert.Equal("InvalidArgumentException", type);
    }

    [Fact]
    public async Task A_closed_shard_cannot_be_merged()
    {
        await CreateStreamAsync(shards: 2);
        await MergeAsync(0, 1);

        var (type, _) = await RefusedAsync(
            "MergeShards",
            new { StreamName = Stream, ShardToMerge = ShardId(0), AdjacentShardToMerge = ShardId(1) });

        Assert.Equal("ResourceInUseException", type);
    }
}
