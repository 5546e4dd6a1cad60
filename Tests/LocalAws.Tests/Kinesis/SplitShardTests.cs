using System.Globalization;
using System.Numerics;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class SplitShardTests : KinesisTest
{
    [Fact]
    public async Task The_parent_closes_and_two_children_divide_its_hash_keys()
    {
        await CreateStreamAsync();

        await SplitAsync();

        var shards = await ShardsAsync();
        Assert.Equal([null, ShardId(0), ShardId(0)], shards.Select(shard => shard.ParentShardId));
        Assert.Equal(["0", "0", Middle], shards.Select(shard => shard.HashKeyRange.StartingHashKey));
        Assert.Equal(BigInteger.Parse(Middle, CultureInfo.InvariantCulture) - 1, EndOf(shards[1]));
        Assert.Equal(BigInteger.Pow(2, 128) - 1, EndOf(shards[2]));
        Assert.Equal(
            [true, false, false],
            shards.Select(shard => shard.SequenceNumberRange.EndingSequenceNumber is not null));
    }

    [Fact]
    public async Task Records_put_before_stay_in_the_parent_and_those_put_after_go_to_the_children()
    {
        await CreateStreamAsync();
        await PutAsync("before");
        await SplitAsync();

        var put = await PutAsync("after");

        Assert.Equal(["before"], await ReadAllAsync());
        Assert.Contains(put.ShardId, new[] { ShardId(1), ShardId(2) });
        Assert.Equal(["after"], await ReadAllAsync(put.ShardId));
    }

    [Fact]
    public async Task Sequence_numbers_of_a_partition_key_go_on_growing_also_within_one_second()
    {
        await CreateStreamAsync();
        var last = (await PutAsync("0")).SequenceNumber;
        for (var i = 0; i < 20; i++)
        {
            var shard = (await PutAsync("still here")).ShardId;
            await SplitAsync(int.Parse(shard[8..], CultureInfo.InvariantCulture), await MiddleOfAsync(shard));

            var next = (await PutAsync("in a child")).SequenceNumber;

            Assert.True(Number(last) < Number(next), $"{last} {next}");
            last = next;
            // Five splits a second are allowed.
            Clock.Advance(TimeSpan.FromMilliseconds(200));
        }
    }

    [Fact]
    public async Task The_ending_sequence_number_lies_above_every_record_and_below_the_children()
    {
        await CreateStreamAsync();
        var record = await PutAsync("last");
        await SplitAsync();

        var shards = await ShardsAsync();
        var ending = Number(shards[0].SequenceNumberRange.EndingSequenceNumber);

        Assert.True(Number(record.SequenceNumber) < ending);
        Assert.True(ending < Number(shards[1].SequenceNumberRange.StartingSequenceNumber));
    }

    [Fact]
    public async Task A_split_survives_a_restart()
    {
        await CreateStreamAsync();
        await PutAsync("before");
        await SplitAsync();
        var after = await PutAsync("after");

        await RestartAsync();

        Assert.Equal(3, (await ShardsAsync()).Count);
        Assert.Equal(["before"], await ReadAllAsync());
        Assert.Equal(["after"], await ReadAllAsync(after.ShardId));
    }

    [Fact]
    public async Task A_closed_shard_cannot_be_split_again()
    {
        await CreateStreamAsync();
        await SplitAsync();

        var (type, message) = await SplitRefusedAsync(ShardId(0), Middle);

        Assert.Equal("ResourceInUseException", type);
        Assert.Contains("already been merged or split", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("340282366920938463463374607431768211455")]
    [InlineData("999999999999999999999999999999999999999")]
    public async Task A_hash_key_that_would_leave_a_child_next_to_nothing_is_refused(string hashKey)
    {
        await CreateStreamAsync();

        var (type, message) = await SplitRefusedAsync(ShardId(0), hashKey);

        Assert.Equal("InvalidArgumentException", type);
        Assert.Equal(
            $"NewStartingHashKey {hashKey} used in SplitShard() on shard shardId-000000000000 in stream readings under "
            + "account 000000000000 is not both greater than one plus the shard's StartingHashKey 0 and less than the "
            + "shard's EndingHashKey 340282366920938463463374607431768211455.",
            message);
    }

    [Fact]
    public async Task A_shard_that_does_not_exist_is_named()
    {
        await CreateStreamAsync();

        var (type, message) = await SplitRefusedAsync(ShardId(7), Middle);

        Assert.Equal("ResourceNotFoundException", type);
        Assert.Equal(
            "Could not find shard shardId-000000000007 in stream readings under account 000000000000.", message);
    }

    private async Task<string> MiddleOfAsync(string shardId)
    {
        var shard = (await ShardsAsync()).Single(shard => shard.ShardId == shardId);
        var starting = BigInteger.Parse(shard.HashKeyRange.StartingHashKey, CultureInfo.InvariantCulture);
        return ((starting + EndOf(shard)) / 2).ToString(CultureInfo.InvariantCulture);
    }

    private Task<(string? Type, string? Message)> SplitRefusedAsync(string shard, string hashKey) => RefusedAsync(
        "SplitShard", new { StreamName = Stream, ShardToSplit = shard, NewStartingHashKey = hashKey });

    private static BigInteger EndOf(Amazon.Kinesis.Model.Shard shard) => Number(shard.HashKeyRange.EndingHashKey);

    private static BigInteger Number(string text) => BigInteger.Parse(text, CultureInfo.InvariantCulture);
}
