namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>Where kinesis-local 0.6.2 and LocalAws are known to answer differently.</summary>
internal static class KinesisLocalDeviations
{
    public static readonly Deviation[] All =
    [
        new("*.HashKeyRange.*", "AWS divides 2^128 among the shards of a new stream; kinesis-local divides 2^128 - 1."),
        new("*.StreamDescriptionSummary.MaxRecordSizeInKiB", "kinesis-local tells it only where it was changed."),
        new("ListStreams.StreamSummaries.*", "kinesis-local has the names of streams only."),
        new("ListStreamConsumers.NextToken", "kinesis-local gives a token where no page follows."),
        new("DescribeLimits.*Limit", "The quotas of kinesis-local are settings of its own."),
        new("DescribeAccountSettings.*", "kinesis-local answers with nothing."),
        new("UpdateAccountSettings.*", "kinesis-local takes the setting, answers with nothing and keeps nothing."),
        new("UpdateMaxRecordSize.*", "By AWS's model the answer is empty."),
        new("UpdateShardCount.StreamARN", "kinesis-local leaves it out."),
        new("UpdateStreamWarmThroughput.StreamName", "kinesis-local leaves it out."),
        new("*.EncryptionType", "AWS leaves it out of what is not encrypted; kinesis-local says NONE."),
        new("ReadWithGarbage.*", "kinesis-local answers with status 500 to an iterator that is none."),
    ];
}
