using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>How many open shards and how many on-demand streams the account may have.</summary>
internal sealed class ShardQuota(StreamStore streams, LocalAwsOptions options)
{
    /// <summary>The most streams in on-demand mode.</summary>
    public const int OnDemandStreams = 50;

    /// <summary>The most open shards. Enforced in any case: each takes open files here.</summary>
    public int Shards => options.ShardLimit;

    public int UsedShards => streams.List().Sum(stream => stream.OpenShards.Count);

    public int UsedOnDemandStreams => streams.List().Count(stream => stream.Metadata.IsOnDemand);

    /// <exception cref="AwsException">LimitExceededException, when there is no room for more shards.</exception>
    public void EnsureRoom(int additionalShards, RequestContext context)
    {
        var current = UsedShards;
        if (additionalShards > Shards - current)
        {
            throw KinesisErrors.ShardLimitExceeded(current, Shards, additionalShards, context.Region);
        }
    }

    /// <exception cref="AwsException">LimitExceededException, when there are too many on-demand streams.</exception>
    public void EnsureRoomForOnDemandStream()
    {
        if (options.EnforceLimits && UsedOnDemandStreams >= OnDemandStreams)
        {
            throw KinesisErrors.LimitExceeded(
                $"This request would exceed the limit of {OnDemandStreams} streams in on-demand mode for the account "
                + $"{RequestContext.DefaultAccountId}.");
        }
    }
}
