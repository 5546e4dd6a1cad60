using System.Text.Json;
using Amazon.Kinesis.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TelemetryAspire.LocalAws.Kinesis.Throughput;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>Streams in on-demand mode: how they scale and how they spread records.</summary>
public sealed class OnDemandTests : KinesisTest
{
    private const string Arn = "arn:aws:kinesis:us-east-1:000000000000:stream/readings";

    [Fact]
    public async Task A_stream_with_traffic_over_half_of_its_capacity_gets_twice_the_shards()
    {
        await CreateOnDemandAsync();

        await WriteAsync(seconds: 10, recordsPerShardAndSecond: 600);

        Assert.Equal(8, await OpenShardsAsync());
    }

    [Fact]
    public async Task A_stream_with_less_traffic_stays_as_it_is()
    {
        await CreateOnDemandAsync();

        await WriteAsync(seconds: 10, recordsPerShardAndSecond: 300);

        Assert.Equal(4, await OpenShardsAsync());
    }

    [Fact]
    public async Task A_provisioned_stream_does_not_scale()
    {
        await CreateStreamAsync(shards: 4);

        await WriteAsync(seconds: 10, recordsPerShardAndSecond: 900);

        Assert.Equal(4, await OpenShardsAsync());
    }

    [Fact]
    public async Task Traffic_from_before_a_stream_became_an_on_demand_one_does_not_scale_it()
    {
        await CreateStreamAsync(shards: 4);
        await WriteAsync(seconds: 10, recordsPerShardAndSecond: 900);
        await CallAsync(
            "UpdateStreamMode", new { StreamARN = Arn, StreamModeDetails = new { StreamMode = "ON_DEMAND" } });

        await WriteAsync(seconds: 10, recordsPerShardAndSecond: 0);

        Assert.Equal(4, await OpenShardsAsync());
    }

    [Fact]
    public async Task Records_without_partition_keys_are_spread_evenly_when_the_stream_is_told_to()
    {
        await CreateOnDemandAsync();
        await CallAsync(
            "UpdateStreamRecordDistributionStrategy", new { StreamARN = Arn, RecordDistributionStrategy = "AUTO" });

        var shards = new Dictionary<string, int>();
        for (var i = 0; i < 100; i++)
        {
            var shard = (await CallAsync("PutRecord", new { StreamName = Stream, Data = "" })).GetProperty("ShardId");
            shards[shard.GetString()!] = shards.GetValueOrDefault(shard.GetString()!) + 1;
        }

        Assert.Equal(4, shards.Count);
        Assert.All(shards.Values, count => Assert.InRange(count, 20, 30));
    }

    [Fact]
    public async Task A_provisioned_stream_goes_by_partition_keys()
    {
        await CreateStreamAsync();

        var (type, _) = await RefusedAsync(
            "UpdateStreamRecordDistributionStrategy", new { StreamARN = Arn, RecordDistributionStrategy = "AUTO" });

        Assert.Equal("InvalidArgumentException", type);
        Assert.Equal(
            "ValidationException", (await RefusedAsync("PutRecord", new { StreamName = Stream, Data = "" })).Type);
    }

    private Task<JsonElement> CreateOnDemandAsync() => CallAsync(
        "CreateStream", new { StreamName = Stream, StreamModeDetails = new { StreamMode = "ON_DEMAND" } });

    private async Task WriteAsync(int seconds, int recordsPerShardAndSecond)
    {
        var scaler = LocalAws.Services.GetServices<IHostedService>().OfType<OnDemandScaler>().Single();
        var keys = await KeysOfShardsAsync();
        for (var second = 0; second < seconds; second++)
        {
            foreach (var hashKey in keys)
            {
                await WriteAsync(hashKey, recordsPerShardAndSecond);
            }

            // The stream's own look, every ten seconds, comes with the last step.
            Clock.Advance(TimeSpan.FromSeconds(0.999));
        }

        scaler.Scale();
    }

    private async Task WriteAsync(string hashKey, int count)
    {
        for (var written = 0; written < count; written += 300)
        {
            var response = await PutAsync(Enumerable.Range(0, 300).Select(_ => new PutRecordsRequestEntry
            {
                Data = Bytes("x"),
                PartitionKey = "a",
                ExplicitHashKey = hashKey,
            }));
            Assert.Equal(0, response.FailedRecordCount);
        }
    }

    private async Task<List<string>> KeysOfShardsAsync() =>
        [.. (await ShardsAsync()).Select(shard => shard.HashKeyRange.StartingHashKey)];

    private async Task<int> OpenShardsAsync() =>
        (await ShardsAsync()).Count(shard => shard.SequenceNumberRange.EndingSequenceNumber is null);
}
