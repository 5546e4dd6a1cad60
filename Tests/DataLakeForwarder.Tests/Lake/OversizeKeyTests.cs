using TelemetryAspire.DataLakeForwarder.Lake;
using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.DataLakeForwarder.Tests.Lake;

/// <summary>Where oversize records lie.</summary>
public sealed class OversizeKeyTests
{
    [Fact]
    public void The_key_is_in_the_partition_of_the_arrival_hour_in_UTC_and_names_the_record()
    {
        Assert.Equal(
            "telemetry/year=2026/month=01/day=02/hour=21/oversize/shardId-000000000003/42",
            OversizeKey.Of("telemetry/", new ShardId("shardId-000000000003"), Some.Record(42, [])));
    }
}
