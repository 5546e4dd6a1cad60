using TelemetryAspire.LocalAws.Tests.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>Limits on calls and the account, and what no call may name.</summary>
public sealed class LimitsTests : KinesisTest
{
    private static readonly object ByName = new { StreamName = Stream };

    [Theory]
    [InlineData("DescribeStream", 10)]
    [InlineData("DescribeStreamSummary", 20)]
    [InlineData("ListTagsForStream", 5)]
    public async Task One_call_more_than_a_second_allows_is_refused_until_time_has_passed(string operation, int limit)
    {
        await CreateStreamAsync();
        for (var i = 0; i < limit; i++)
        {
            await CallAsync(operation, ByName);
        }

        var (type, message) = await RefusedAsync(operation, ByName);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await CallAsync(operation, ByName);

        Assert.Equal("LimitExceededException", type);
        Assert.Equal("Rate exceeded for stream readings under account 000000000000.", message);
    }

    [Fact]
    public async Task One_setting_turns_all_of_them_off()
    {
        await using var localAws = await LocalAwsHost.StartAsync(Clock, "--LocalAws:EnforceLimits=false");
        using var client = localAws.CreateClient();

        for (var i = 0; i < 30; i++)
        {
            var response = await client.PostAsync("Kinesis_20131202.DescribeLimits", "{}");
            Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task DescribeLimits_tells_quotas_and_use()
    {
        await CreateStreamAsync(shards: 2);
        await MergeAsync(0, 1);
        await CallAsync("CreateStream", OnDemand("on-demand"));

        var limits = await CallAsync("DescribeLimits", new { });

        Assert.Equal(1_000, limits.GetProperty("ShardLimit").GetInt32());
        Assert.Equal(5, limits.GetProperty("OpenShardCount").GetInt32());
        Assert.Equal(1, limits.GetProperty("OnDemandStreamCount").GetInt32());
        Assert.Equal(50, limits.GetProperty("OnDemandStreamCountLimit").GetInt32());
    }

    [Fact]
    public async Task The_51st_on_demand_stream_is_refused()
    {
        for (var i = 0; i < 50; i++)
        {
            await CallAsync("CreateStream", OnDemand($"stream-{i}"));
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal("LimitExceededException", (await RefusedAsync("CreateStream", OnDemand("stream-50"))).Type);
    }

    [Theory]
    [InlineData("DescribeStreamSummary")]
    [InlineData("DeleteStream")]
    public async Task The_reserved_StreamId_is_refused_and_not_ignored(string operation)
    {
        await CreateStreamAsync();

        var (type, message) = await RefusedAsync(
            operation, new { StreamName = Stream, StreamId = "abcdefghijklmnopqrst-abc" });

        Assert.Equal("InvalidArgumentException", type);
        Assert.Contains("StreamName or StreamARN", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        await CreateStreamAsync();
        var record = new { StreamName = Stream, Data = "", PartitionKey = "a", DryRun = true };
        var records = new { StreamName = Stream, Records = new object[] { record }, DryRun = true };

        Assert.Equal("DryRunOperationException", (await RefusedAsync("PutRecord", record)).Type);
        Assert.Equal("DryRunOperationException", (await RefusedAsync("PutRecords", records)).Type);

        Assert.Empty(await ReadAllAsync());
    }

    [Fact]
    public async Task A_sequence_number_for_ordering_must_have_been_given_out()
    {
        await CreateStreamAsync();
        var last = (await PutAsync("one")).SequenceNumber;
        var next = new { StreamName = Stream, Data = "", PartitionKey = "a", SequenceNumberForOrdering = last };
        var never = next with { SequenceNumberForOrdering = "12345" };

        await CallAsync("PutRecord", next);
        var (type, message) = await RefusedAsync("PutRecord", never);

        Assert.Equal("InvalidArgumentException", type);
        Assert.Equal(
            "ExclusiveMinimumSequenceNumber 12345 used in PutRecord on stream readings under account 000000000000 is "
            + "invalid.",
            message);
    }

    private static object OnDemand(string name) =>
        new { StreamName = name, StreamModeDetails = new { StreamMode = "ON_DEMAND" } };
}
