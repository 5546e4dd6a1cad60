using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class ListShardsTests : KinesisTest
{
    [Fact]
    public async Task Shards_come_in_pages()
    {
        await CreateStreamAsync(shards: 3);

        var first = await ListAsync(new ListShardsRequest { StreamName = Stream, MaxResults = 2 });
        var second = await ListAsync(new ListShardsRequest { NextToken = first.NextToken });

        Assert.Equal(["shardId-000000000000", "shardId-000000000001"], first.Shards.Select(shard => shard.ShardId));
        Assert.Equal(["shardId-000000000002"], second.Shards.Select(shard => shard.ShardId));
        Assert.Null(second.NextToken);
    }

    [Fact]
    public async Task A_list_can_start_after_a_shard()
    {
        await CreateStreamAsync(shards: 2);

        var list = await ListAsync(new ListShardsRequest
        {
            StreamName = Stream,
            ShardFilter = new ShardFilter { Type = ShardFilterType.AFTER_SHARD_ID, ShardId = "shardId-000000000000" },
        });

        Assert.Equal(["shardId-000000000001"], list.Shards.Select(shard => shard.ShardId));
    }

    [Fact]
    public async Task A_filter_after_a_shard_needs_the_shard()
    {
        await CreateStreamAsync();

        await Assert.ThrowsAsync<InvalidArgumentException>(() => ListAsync(new ListShardsRequest
        {
            StreamName = Stream,
            ShardFilter = new ShardFilter { Type = ShardFilterType.AFTER_SHARD_ID },
        }));
    }

    [Fact]
    public async Task A_stream_and_a_token_together_are_refused()
    {
        await CreateStreamAsync(shards: 2);
        var first = await ListAsync(new ListShardsRequest { StreamName = Stream, MaxResults = 1 });

        await Assert.ThrowsAsync<InvalidArgumentException>(
            () => ListAsync(new ListShardsRequest { StreamName = Stream, NextToken = first.NextToken }));
    }

    [Fact]
    public async Task Neither_a_stream_nor_a_token_is_refused()
    {
        await Assert.ThrowsAsync<InvalidArgumentException>(() => ListAsync(new ListShardsRequest()));
    }

    [Fact]
    public async Task A_token_expires_after_five_minutes()
    {
        await CreateStreamAsync(shards: 2);
        var first = await ListAsync(new ListShardsRequest { StreamName = Stream, MaxResults = 1 });
        Clock.Advance(TimeSpan.FromSeconds(301));

        await Assert.ThrowsAsync<ExpiredNextTokenException>(
            () => ListAsync(new ListShardsRequest { NextToken = first.NextToken }));
    }

    [Fact]
    public async Task A_page_goes_on_where_the_last_one_ended_although_shards_expired_between_them()
    {
        await CreateStreamAsync();
        await SplitAsync();
        Clock.Advance(TimeSpan.FromHours(24));
        var first = await ListAsync(new ListShardsRequest { StreamName = Stream, MaxResults = 2 });
        Clock.Advance(TimeSpan.FromMinutes(1));
        LocalAws.Services.GetServices<IHostedService>().OfType<RetentionTrimmer>().Single().Trim();

        var second = await ListAsync(new ListShardsRequest { NextToken = first.NextToken });

        Assert.Equal(ShardId(0), first.Shards[0].ShardId);
        Assert.Equal([ShardId(2)], second.Shards.Select(shard => shard.ShardId));
    }

    [Fact]
    public async Task A_stream_created_at_another_time_is_not_found()
    {
        await CreateStreamAsync();

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => ListAsync(new ListShardsRequest
        {
            StreamName = Stream,
            StreamCreationTimestamp = Clock.GetUtcNow().UtcDateTime.AddDays(-1),
        }));
    }

    [Fact]
    public async Task The_1001st_call_in_a_second_for_a_stream_is_refused()
    {
        await CreateStreamAsync();
        for (var i = 0; i < 1_000; i++)
        {
            await ShardsAsync();
        }

        await Assert.ThrowsAsync<LimitExceededException>(ShardsAsync);
    }

    private Task<ListShardsResponse> ListAsync(ListShardsRequest request) =>
        Kinesis.ListShardsAsync(request, Cancellation);
}
