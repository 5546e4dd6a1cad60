using System.Globalization;
using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.DataLakeForwarder.Lake;

/// <summary>Where a record that is too large for Firehose lies in the lake.</summary>
/// <remarks>
/// In the partition of its arrival hour (UTC), as Firehose would have it, so that a query over the partition sees it:
/// <c>telemetry/year=2026/month=11/day=22/hour=14/oversize/shardId-000000000000/4959…</c>. The name is made of what
/// names the record on the stream, so a repeat overwrites itself.
/// </remarks>
internal static class OversizeKey
{
    internal static string Of(string prefix, ShardId shardId, KinesisRecord record)
    {
        var arrival = record.ApproximateArrivalTimestamp.UtcDateTime;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}year={arrival:yyyy}/month={arrival:MM}/day={arrival:dd}/hour={arrival:HH}/"
                + $"oversize/{shardId.Value}/{record.SequenceNumber}");
    }
}
