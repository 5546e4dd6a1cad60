using System.Globalization;
using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>A shard as DescribeStream and ListShards show it.</summary>
internal sealed record ShardDescription(
    string ShardId,
    HashKeyRangeDescription HashKeyRange,
    SequenceNumberRangeDescription SequenceNumberRange)
{
    public static ShardDescription Of(Shard shard) => new(
        shard.Id,
        new HashKeyRangeDescription(
            shard.HashKeys.Starting.ToString(CultureInfo.InvariantCulture),
            shard.HashKeys.Ending.ToString(CultureInfo.InvariantCulture)),
        new SequenceNumberRangeDescription(shard.StartingSequenceNumber.ToString()));
}

internal sealed record HashKeyRangeDescription(string StartingHashKey, string EndingHashKey);

internal sealed record SequenceNumberRangeDescription(string StartingSequenceNumber);

/// <summary>Shard-level metrics, of which there are none.</summary>
internal sealed record EnhancedMonitoring
{
    public IReadOnlyList<string> ShardLevelMetrics { get; init; } = [];
}
