namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>Where moto 5.2.1 and LocalAws are known to answer differently of Kinesis.</summary>
internal static class MotoKinesisDeviations
{
    private const string NotThere = "moto does not have the operation: its page about the error is no answer of AWS's.";

    public static readonly Deviation[] All =
    [
        new("*.StreamDescriptionSummary.ConsumerCount", "moto leaves it out."),
        new("*.StreamDescriptionSummary.MaxRecordSizeInKiB", "moto leaves it out."),
        new("DescribeStream.StreamDescription.StreamModeDetails.StreamMode", "moto leaves it out."),
        new("DescribeLimits.*", "moto counts no open shard, and has another quota."),
        new("PutRecords.*", "moto fails at the highest explicit hash key, 2^128 - 1."),
        new("TagResource.*", NotThere),
        new("UntagResource.*", NotThere),
        new("ListTagsForResource.*", NotThere),
        new("TagsAfterwards.Tags.*", "A tag was not taken away, for lack of UntagResource."),
        new("UpdateMaxRecordSize.*", NotThere),
        new("SubscribeToShard.*", NotThere),
        new("RegisterStreamConsumer.Consumer.ConsumerStatus", "On AWS a consumer is CREATING at first."),
        new("Split.StreamDescriptionSummary.OpenShardCount", "moto counts one shard too few after a split."),
        new("RestOfTheParent.*", "In moto a closed shard never ends and names no children."),
        new("RecordOfAChild.ShardId", "In moto a record still goes to the shard that was split."),
        new("ShardsAtLatest.*", "moto lists closed shards where only open ones are asked for."),
        new("UpdateShardCount.StreamARN", "moto leaves it out."),
        new("*AccountSettings.*", NotThere),
        new("UpdateStreamWarmThroughput.*", NotThere),
        new("Warm.StreamDescriptionSummary.WarmThroughput.*", "moto has no UpdateStreamWarmThroughput."),
        new("ReadWithGarbage.*", "moto answers with status 500 to an iterator that is none."),
    ];
}
