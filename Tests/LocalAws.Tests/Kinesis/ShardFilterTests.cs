using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>The filters of ListShards, on a stream split at 12:10 and merged again at 12:20.</summary>
public sealed class ShardFilterTests : KinesisTest
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("AT_TRIM_HORIZON", null, new[] { 0 })]
    [InlineData("FROM_TRIM_HORIZON", null, new[] { 0, 1, 2, 3 })]
    [InlineData("AT_LATEST", null, new[] { 3 })]
    [InlineData("AT_TIMESTAMP", 5, new[] { 0 })]
    [InlineData("AT_TIMESTAMP", 15, new[] { 1, 2 })]
    [InlineData("AT_TIMESTAMP", 25, new[] { 3 })]
    [InlineData("AT_TIMESTAMP", -60, new[] { 0 })]
    [InlineData("FROM_TIMESTAMP", 15, new[] { 1, 2, 3 })]
    [InlineData("FROM_TIMESTAMP", 25, new[] { 3 })]
    [InlineData("FROM_TIMESTAMP", -60, new[] { 0, 1, 2, 3 })]
    public async Task A_filter_shows_the_shards_of_its_time(string type, int? minute, int[] expected)
    {
        await SplitAndMergeAsync();

        var shards = await ListAsync(new ShardFilter
        {
            Type = type,
            Timestamp = minute is { } value ? Noon.AddMinutes(value) : null,
        });

        Assert.Equal(expected.Select(ShardId), shards);
    }

    [Fact]
    public async Task At_the_trim_horizon_are_the_shards_that_were_open_a_day_ago()
    {
        await SplitAndMergeAsync();
        Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(15));

        var shards = await ListAsync(new ShardFilter { Type = ShardFilterType.AT_TRIM_HORIZON });

        Assert.Equal([ShardId(1), ShardId(2)], shards);
    }

    [Fact]
    public async Task A_filter_goes_on_over_pages()
    {
        await SplitAndMergeAsync();
        var first = await Kinesis.ListShardsAsync(
            new ListShardsRequest
            {
                StreamName = Stream,
                MaxResults = 1,
                ShardFilter = new ShardFilter { Type = "AT_TIMESTAMP", Timestamp = Noon.AddMinutes(15) },
            },
            Cancellation);

        var second = await Kinesis.ListShardsAsync(
            new ListShardsRequest { NextToken = first.NextToken }, Cancellation);

        Assert.Equal([ShardId(1)], first.Shards.Select(shard => shard.ShardId));
        Assert.Equal([ShardId(2)], second.Shards.Select(shard => shard.ShardId));
        Assert.Null(second.NextToken);
    }

    [Theory]
    [InlineData("AT_TIMESTAMP", null, null)]
    [InlineData("FROM_TIMESTAMP", null, null)]
    [InlineData("AT_LATEST", 5, null)]
    [InlineData("AT_LATEST", null, "shardId-000000000000")]
    public async Task A_filter_with_a_member_missing_or_too_many_is_refused(string type, int? minute, string? shardId)
    {
        await CreateStreamAsync();

        await Assert.ThrowsAsync<InvalidArgumentException>(() => ListAsync(new ShardFilter
        {
            Type = type,
            Timestamp = minute is { } value ? Noon.AddMinutes(value) : null,
            ShardId = shardId,
        }));
    }

    private async Task SplitAndMergeAsync()
    {
        await CreateStreamAsync();
        Clock.Advance(TimeSpan.FromMinutes(10));
        await SplitAsync();
        Clock.Advance(TimeSpan.FromMinutes(10));
        await MergeAsync(1, 2);
        Clock.Advance(TimeSpan.FromMinutes(10));
    }

    private async Task<IEnumerable<string>> ListAsync(ShardFilter filter)
    {
        var response = await Kinesis.ListShardsAsync(
            new ListShardsRequest { StreamName = Stream, ShardFilter = filter }, Cancellation);
        return response.Shards.Select(shard => shard.ShardId);
    }
}
