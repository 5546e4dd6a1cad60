using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>Reading a shard that a split or merge has closed.</summary>
public sealed class ClosedShardTests : KinesisTest
{
    [Fact]
    public async Task At_the_end_there_is_no_next_iterator_and_the_children_are_named()
    {
        await CreateStreamAsync();
        await PutAsync("last");
        await SplitAsync();

        var end = await ReadAsync(await IteratorAsync("TRIM_HORIZON"));

        Assert.Equal(["last"], Texts(end));
        Assert.Null(end.NextShardIterator);
        Assert.Equal(0, end.MillisBehindLatest);
        Assert.Equal([ShardId(1), ShardId(2)], end.ChildShards.Select(child => child.ShardId));
        Assert.All(end.ChildShards, child => Assert.Equal([ShardId(0)], child.ParentShards));
        Assert.Equal(["0", Middle], end.ChildShards.Select(child => child.HashKeyRange.StartingHashKey));
    }

    [Fact]
    public async Task Before_the_end_the_next_iterator_leads_on_and_no_children_are_named()
    {
        await CreateStreamAsync();
        await PutAsync("first");
        await PutAsync("last");
        await SplitAsync();

        var page = await ReadAsync(await IteratorAsync("TRIM_HORIZON"), limit: 1);

        Assert.Equal(["first"], Texts(page));
        Assert.True(page.ChildShards is null or []);
        Assert.Equal(["last"], Texts(await ReadAsync(page.NextShardIterator)));
    }

    [Fact]
    public async Task A_reader_that_waited_at_the_tip_learns_of_the_end()
    {
        await CreateStreamAsync(shards: 2);
        var tip = (await ReadAsync(await IteratorAsync("LATEST"))).NextShardIterator;

        await MergeAsync(0, 1);

        var end = await ReadAsync(tip);
        Assert.Null(end.NextShardIterator);
        Assert.Equal([ShardId(0), ShardId(1)], Assert.Single(end.ChildShards).ParentShards);
    }

    [Fact]
    public async Task Latest_of_a_closed_shard_is_its_end()
    {
        await CreateStreamAsync();
        await PutAsync("last");
        await SplitAsync();

        var end = await ReadAsync(await IteratorAsync("LATEST"));

        Assert.Empty(end.Records);
        Assert.Null(end.NextShardIterator);
        Assert.Equal(2, end.ChildShards.Count);
    }

    [Fact]
    public async Task The_position_after_its_ending_sequence_number_is_its_end()
    {
        await CreateStreamAsync();
        await PutAsync("last");
        await SplitAsync();
        var ending = (await ShardsAsync())[0].SequenceNumberRange.EndingSequenceNumber;

        var end = await ReadAsync(await IteratorAsync("AFTER_SEQUENCE_NUMBER", sequenceNumber: ending));

        Assert.Empty(end.Records);
        Assert.Null(end.NextShardIterator);
    }

    [Fact]
    public async Task It_is_there_until_its_last_record_can_have_expired_and_then_gone_for_good()
    {
        await CreateStreamAsync();
        await PutAsync("old");
        await SplitAsync();
        var iterator = await IteratorAsync("TRIM_HORIZON");
        Clock.Advance(TimeSpan.FromHours(23.99));
        Trim();
        Assert.Equal(3, (await ShardsAsync()).Count);

        Clock.Advance(TimeSpan.FromHours(0.02));
        Trim();

        await RestartAsync();
        Assert.Equal([ShardId(1), ShardId(2)], (await ShardsAsync()).Select(shard => shard.ShardId));
        Assert.Equal(ShardId(0), (await ShardsAsync())[0].ParentShardId);
        await Assert.ThrowsAsync<Amazon.Kinesis.Model.ResourceNotFoundException>(() => IteratorAsync("LATEST"));
        await Assert.ThrowsAsync<Amazon.Kinesis.Model.ExpiredIteratorException>(() => ReadAsync(iterator));
    }

    private void Trim() => LocalAws.Services.GetServices<IHostedService>().OfType<RetentionTrimmer>().Single().Trim();
}
