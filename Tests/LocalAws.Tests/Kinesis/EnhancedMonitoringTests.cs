using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>EnableEnhancedMonitoring and DisableEnhancedMonitoring.</summary>
public sealed class EnhancedMonitoringTests : KinesisTest
{
    [Fact]
    public async Task The_answer_tells_the_metrics_before_and_after_and_the_description_those_there_are()
    {
        await CreateStreamAsync();
        await ChangeAsync("EnableEnhancedMonitoring", "IncomingBytes");

        var response = await ChangeAsync("EnableEnhancedMonitoring", "OutgoingBytes");

        Assert.Equal(["IncomingBytes"], Texts(response, "CurrentShardLevelMetrics"));
        Assert.Equal(["IncomingBytes", "OutgoingBytes"], Texts(response, "DesiredShardLevelMetrics"));
        Assert.Equal(["IncomingBytes", "OutgoingBytes"], await DescribedAsync());
    }

    [Fact]
    public async Task All_means_each_of_the_seven()
    {
        await CreateStreamAsync();

        var response = await ChangeAsync("EnableEnhancedMonitoring", "ALL");

        Assert.Equal(7, Texts(response, "DesiredShardLevelMetrics").Count);
        Assert.DoesNotContain("ALL", Texts(response, "DesiredShardLevelMetrics"));
    }

    [Fact]
    public async Task Metrics_can_be_switched_off_one_by_one_and_all_together()
    {
        await CreateStreamAsync();
        await ChangeAsync("EnableEnhancedMonitoring", "IncomingBytes", "OutgoingBytes");

        await ChangeAsync("DisableEnhancedMonitoring", "IncomingBytes");
        Assert.Equal(["OutgoingBytes"], await DescribedAsync());
        await ChangeAsync("DisableEnhancedMonitoring", "ALL");

        Assert.Empty(await DescribedAsync());
    }

    [Fact]
    public async Task An_unknown_metric_is_refused()
    {
        await CreateStreamAsync();

        var (type, message) = await RefusedAsync("EnableEnhancedMonitoring", Request(["Incoming"]));

        Assert.Equal("ValidationException", type);
        Assert.Contains("IteratorAgeMilliseconds", message, StringComparison.Ordinal);
    }

    private static object Request(string[] metrics) => new { StreamName = Stream, ShardLevelMetrics = metrics };

    private Task<JsonElement> ChangeAsync(string operation, params string[] metrics) =>
        CallAsync(operation, Request(metrics));

    private async Task<List<string?>> DescribedAsync() => Texts(
        (await CallAsync("DescribeStream", new { StreamName = Stream }))
        .GetProperty("StreamDescription").GetProperty("EnhancedMonitoring")[0],
        "ShardLevelMetrics");

    private static List<string?> Texts(JsonElement owner, string member) =>
        [.. owner.GetProperty(member).EnumerateArray().Select(element => element.GetString())];
}
