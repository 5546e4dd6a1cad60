using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>UpdateStreamMode, UpdateStreamWarmThroughput and the account settings they depend on.</summary>
public sealed class StreamModeTests : KinesisTest
{
    private const string Arn = "arn:aws:kinesis:us-east-1:000000000000:stream/readings";

    [Fact]
    public async Task A_stream_keeps_its_shards_when_its_mode_changes()
    {
        await CreateStreamAsync(shards: 3);

        await ChangeModeAsync("ON_DEMAND");
        await RestartAsync();

        var summary = await SummaryAsync();
        Assert.Equal("ON_DEMAND", summary.GetProperty("StreamModeDetails").GetProperty("StreamMode").GetString());
        Assert.Equal(3, summary.GetProperty("OpenShardCount").GetInt32());
    }

    [Fact]
    public async Task The_third_change_within_24_hours_is_refused()
    {
        await CreateStreamAsync();
        await ChangeModeAsync("ON_DEMAND");
        await ChangeModeAsync("PROVISIONED");

        var (type, _) = await RefusedAsync("UpdateStreamMode", ModeRequest("ON_DEMAND"));
        Clock.Advance(TimeSpan.FromHours(24.1));
        await ChangeModeAsync("ON_DEMAND");

        Assert.Equal("LimitExceededException", type);
    }

    [Theory]
    [InlineData("SplitShard")]
    [InlineData("MergeShards")]
    public async Task An_on_demand_stream_cannot_be_resharded_by_hand(string operation)
    {
        await CreateStreamAsync(shards: 2);
        await ChangeModeAsync("ON_DEMAND");

        var (type, _) = await RefusedAsync(operation, new
        {
            StreamName = Stream,
            ShardToSplit = ShardId(0),
            NewStartingHashKey = "1000",
            ShardToMerge = ShardId(0),
            AdjacentShardToMerge = ShardId(1),
        });

        Assert.Equal("ValidationException", type);
    }

    [Fact]
    public async Task Warm_throughput_needs_the_billing_commitment()
    {
        await CreateOnDemandAsync();

        var (type, message) = await RefusedAsync("UpdateStreamWarmThroughput", WarmRequest(10));

        Assert.Equal("ValidationException", type);
        Assert.Contains("MinimumThroughputBillingCommitment", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warm_throughput_gives_the_stream_the_shards_for_it()
    {
        await CreateOnDemandAsync();
        await CommitAsync("ENABLED");

        var response = await CallAsync("UpdateStreamWarmThroughput", WarmRequest(10));

        Assert.Equal(10, response.GetProperty("WarmThroughput").GetProperty("CurrentMiBps").GetInt32());
        var summary = await SummaryAsync();
        Assert.Equal(10, summary.GetProperty("OpenShardCount").GetInt32());
        Assert.Equal(10, summary.GetProperty("WarmThroughput").GetProperty("TargetMiBps").GetInt32());
    }

    [Fact]
    public async Task Warm_throughput_can_be_asked_for_at_creation()
    {
        await CommitAsync("ENABLED");

        await CreateOnDemandAsync(warmThroughput: 6);

        Assert.Equal(6, (await SummaryAsync()).GetProperty("OpenShardCount").GetInt32());
    }

    [Fact]
    public async Task A_provisioned_stream_has_no_warm_throughput()
    {
        await CreateStreamAsync();
        await CommitAsync("ENABLED");

        Assert.Equal(
            "ValidationException", (await RefusedAsync("UpdateStreamWarmThroughput", WarmRequest(10))).Type);
    }

    [Fact]
    public async Task A_commitment_ends_24_hours_after_its_start_at_the_earliest()
    {
        await CommitAsync("ENABLED");

        Assert.Equal("ENABLED_UNTIL_EARLIEST_ALLOWED_END", await CommitAsync("DISABLED"));
        Clock.Advance(TimeSpan.FromHours(24));
        await RestartAsync();

        var settings = await CallAsync("DescribeAccountSettings", new { });
        Assert.Equal("DISABLED", StatusOf(settings));
    }

    private static object ModeRequest(string mode) =>
        new { StreamARN = Arn, StreamModeDetails = new { StreamMode = mode } };

    private static object WarmRequest(int mebibytes) => new { StreamARN = Arn, WarmThroughputMiBps = mebibytes };

    private static string? StatusOf(JsonElement response) =>
        response.GetProperty("MinimumThroughputBillingCommitment").GetProperty("Status").GetString();

    private Task<JsonElement> ChangeModeAsync(string mode) => CallAsync("UpdateStreamMode", ModeRequest(mode));

    private async Task<string?> CommitAsync(string status) => StatusOf(await CallAsync(
        "UpdateAccountSettings", new { MinimumThroughputBillingCommitment = new { Status = status } }));

    private Task<JsonElement> CreateOnDemandAsync(int? warmThroughput = null) => CallAsync(
        "CreateStream",
        new
        {
            StreamName = Stream,
            StreamModeDetails = new { StreamMode = "ON_DEMAND" },
            WarmThroughputMiBps = warmThroughput,
        });

    private async Task<JsonElement> SummaryAsync() =>
        (await CallAsync("DescribeStreamSummary", new { StreamName = Stream }))
        .GetProperty("StreamDescriptionSummary");
}
