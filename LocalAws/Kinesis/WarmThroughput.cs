using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Gives an on-demand stream the shards for a write throughput before that is needed.</summary>
/// <remarks>
/// AWS has it for accounts with a minimum throughput billing commitment only. One shard takes 1 MiB per second. A
/// lower value releases nothing at once, as the stream scales by its traffic.
/// </remarks>
internal sealed class WarmThroughput(AccountSettings account, ShardQuota shardQuota)
{
    /// <summary>10 GiB per second.</summary>
    private const int MaxMebibytes = 10 * 1024;

    /// <summary>The stream with a warm throughput and, in <paramref name="layout"/>, the shards for it.</summary>
    /// <exception cref="AwsException">The stream or the account cannot have it.</exception>
    public StreamMetadata Apply(StreamMetadata metadata, ShardLayout layout, int mebibytes, RequestContext context)
    {
        StreamMode.EnsureOnDemand("Warm throughput", metadata);
        var shards = ShardsFor(mebibytes);
        var current = layout.Open.Count;
        if (shards > current)
        {
            shardQuota.EnsureRoom(shards - current, context);
            layout.ScaleTo(shards);
        }

        return metadata with { WarmThroughputMiBps = mebibytes };
    }

    /// <summary>How many shards a warm throughput takes; none where none is asked for.</summary>
    /// <exception cref="AwsException">The account cannot have it, or it is too much.</exception>
    public int ShardsFor(int? mebibytes)
    {
        if (mebibytes is null)
        {
            return 0;
        }

        if (!account.IsCommitted)
        {
            throw AwsException.Validation(
                "Warm throughput needs an account with MinimumThroughputBillingCommitment enabled; "
                + "call UpdateAccountSettings first.");
        }

        return mebibytes <= MaxMebibytes
            ? mebibytes.Value
            : throw KinesisErrors.LimitExceeded(
                $"The warm throughput of an on-demand stream cannot be more than {MaxMebibytes} MiB per second.");
    }
}

/// <summary>Warm throughput as responses have it; both values are the same here, where scaling takes no time.</summary>
internal sealed record WarmThroughputDescription(int TargetMiBps, int CurrentMiBps)
{
    /// <returns>Null for a stream without a warm throughput.</returns>
    public static WarmThroughputDescription? Of(StreamMetadata metadata) =>
        metadata.WarmThroughputMiBps is { } mebibytes ? new WarmThroughputDescription(mebibytes, mebibytes) : null;
}
