using System.Globalization;
using System.Numerics;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class UpdateShardCountTests : KinesisTest
{
    [Theory]
    [InlineData(2, 4)]
    [InlineData(4, 2)]
    [InlineData(4, 3)]
    [InlineData(3, 5)]
    [InlineData(7, 4)]
    [InlineData(5, 5)]
    public async Task The_open_shards_are_as_many_as_wanted_and_of_equal_size(int from, int to)
    {
        await CreateStreamAsync(from);

        var response = await UpdateAsync(to);

        Assert.Equal(from, response.GetProperty("CurrentShardCount").GetInt32());
        Assert.Equal(to, response.GetProperty("TargetShardCount").GetInt32());
        var open = await OpenRangesAsync();
        Assert.Equal(to, open.Count);
        Assert.Equal(BigInteger.Zero, open[0].Start);
        Assert.Equal(BigInteger.Pow(2, 128) - 1, open[^1].End);
        Assert.All(open.Zip(open.Skip(1)), pair => Assert.Equal(pair.First.End + 1, pair.Second.Start));
        Assert.All(open, range => Assert.InRange(range.End - range.Start, Width(to) - to, Width(to) + to));
    }

    [Fact]
    public async Task Every_hash_key_can_be_followed_from_its_first_shard_to_its_last()
    {
        await CreateStreamAsync(shards: 4);
        await UpdateAsync(3);
        await UpdateAsync(5);

        var shards = (await ShardsAsync()).ToDictionary(shard => shard.ShardId);

        foreach (var child in shards.Values.Where(shard => shard.ParentShardId is not null))
        {
            var parents = new[] { child.ParentShardId, child.AdjacentParentShardId }.OfType<string>().ToList();
            Assert.All(parents, parent => Assert.NotNull(shards[parent].SequenceNumberRange.EndingSequenceNumber));
            Assert.Contains(parents, parent => Contains(shards[parent], Start(child)));
        }
    }

    [Theory]
    [InlineData(2, 5, "UpdateShardCount cannot scale up over double your current open shard count. "
        + "Current open shard count: 2, Target shard count: 5")]
    [InlineData(5, 2, "UpdateShardCount cannot scale down below half your current open shard count. "
        + "Current open shard count: 5, Target shard count: 2")]
    public async Task More_than_double_and_less_than_half_are_refused(int from, int to, string expected)
    {
        await CreateStreamAsync(from);

        var (type, message) = await RefusedAsync("UpdateShardCount", Request(to));

        Assert.Equal("LimitExceededException", type);
        Assert.Equal(expected, message);
        Assert.Equal(from, (await OpenRangesAsync()).Count);
    }

    [Fact]
    public async Task The_eleventh_change_within_24_hours_is_refused_also_after_a_restart()
    {
        await CreateStreamAsync(shards: 2);
        for (var i = 0; i < 10; i++)
        {
            await UpdateAsync(2 + (i + 1) % 2);
            Clock.Advance(TimeSpan.FromHours(1));
        }

        await RestartAsync();
        var (type, _) = await RefusedAsync("UpdateShardCount", Request(3));
        Clock.Advance(TimeSpan.FromHours(15));
        await UpdateAsync(3);

        Assert.Equal("LimitExceededException", type);
    }

    [Fact]
    public async Task An_on_demand_stream_scales_by_itself_only()
    {
        await CallAsync("CreateStream", new { StreamName = Stream, StreamModeDetails = new { StreamMode = "ON_DEMAND" } });

        var (type, message) = await RefusedAsync("UpdateShardCount", Request(8));

        Assert.Equal("ValidationException", type);
        Assert.Contains("provisioned capacity mode", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_scaling_types_are_refused()
    {
        await CreateStreamAsync();

        var (type, message) = await RefusedAsync(
            "UpdateShardCount", new { StreamName = Stream, TargetShardCount = 2, ScalingType = "RANDOM" });

        Assert.Equal("ValidationException", type);
        Assert.Contains("[UNIFORM_SCALING]", message, StringComparison.Ordinal);
    }

    private static object Request(int target) =>
        new { StreamName = Stream, TargetShardCount = target, ScalingType = "UNIFORM_SCALING" };

    private Task<System.Text.Json.JsonElement> UpdateAsync(int target) =>
        CallAsync("UpdateShardCount", Request(target));

    private async Task<List<(BigInteger Start, BigInteger End)>> OpenRangesAsync() =>
        [.. (await ShardsAsync())
            .Where(shard => shard.SequenceNumberRange.EndingSequenceNumber is null)
            .Select(shard => (Start(shard), End(shard)))
            .OrderBy(range => range.Item1)];

    private static BigInteger Width(int shards) => BigInteger.Pow(2, 128) / shards;

    private static bool Contains(Amazon.Kinesis.Model.Shard shard, BigInteger key) =>
        Start(shard) <= key && key <= End(shard);

    private static BigInteger Start(Amazon.Kinesis.Model.Shard shard) =>
        BigInteger.Parse(shard.HashKeyRange.StartingHashKey, CultureInfo.InvariantCulture);

    private static BigInteger End(Amazon.Kinesis.Model.Shard shard) =>
        BigInteger.Parse(shard.HashKeyRange.EndingHashKey, CultureInfo.InvariantCulture);
}
